<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExportPresenter</name>
    <message numerus="yes">
        <source>Your text has %n word(s).</source>
        <translation>
            <numerusform>Your text has %n word.</numerusform>
            <numerusform>Your text has %n words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthLabel</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to go</source>
        <translation>
            <numerusform>%n more to go</numerusform>
            <numerusform>%n more to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyPresenter</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are as they were in the backup of {when}.</source>
        <translation>
            <numerusform>%n of them is as it was in the backup of {when}.</numerusform>
            <numerusform>%n of them are as they were in the backup of {when}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) whose owner is unknown are in files beside it.</source>
        <translation>
            <numerusform>%n text whose owner is unknown is in a file beside it.</numerusform>
            <numerusform>%n texts whose owner is unknown are in files beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n place(s) for “{words}”</source>
        <translation>
            <numerusform>%n place for “{words}”</numerusform>
            <numerusform>%n places for “{words}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n places for “{words}”</source>
        <translation>
            <numerusform>The first %n places for “{words}”</numerusform>
            <numerusform>The first %n places for “{words}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfPresenter</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
</TS>
