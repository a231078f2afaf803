<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DoneWords</name>
    <message numerus="yes">
        <source>%n attached file(s)</source>
        <translation>
            <numerusform>%n attached file</numerusform>
            <numerusform>%n attached files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked complete</source>
        <translation>
            <numerusform>%n step marked complete</numerusform>
            <numerusform>%n steps marked complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked not complete</source>
        <translation>
            <numerusform>%n step marked not complete</numerusform>
            <numerusform>%n steps marked not complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) or recording(s) watched on</source>
        <translation>
            <numerusform>%n video or recording watched on</numerusform>
            <numerusform>%n videos or recordings watched on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in {where}</source>
        <translation>
            <numerusform>%n word in {where}</numerusform>
            <numerusform>%n words in {where}</numerusform>
        </translation>
    </message>
</context>
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
    <name>HoldingsPresenter</name>
    <message numerus="yes">
        <source>%n backup(s) were written anew without it.</source>
        <translation>
            <numerusform>%n backup was written anew without it.</numerusform>
            <numerusform>%n backups were written anew without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldingsWords</name>
    <message numerus="yes">
        <source>%n assignment(s)</source>
        <translation>
            <numerusform>%n assignment</numerusform>
            <numerusform>%n assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in all</source>
        <translation>
            <numerusform>%n word in all</numerusform>
            <numerusform>%n words in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s)</source>
        <translation>
            <numerusform>%n attached file</numerusform>
            <numerusform>%n attached files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) in the list of exports</source>
        <translation>
            <numerusform>%n exported file in the list of exports</numerusform>
            <numerusform>%n exported files in the list of exports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last place in %n course(s)</source>
        <translation>
            <numerusform>the last place in %n course</numerusform>
            <numerusform>the last place in %n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked complete</source>
        <translation>
            <numerusform>%n step marked complete</numerusform>
            <numerusform>%n steps marked complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>how far %n video(s) or recording(s) were watched</source>
        <translation>
            <numerusform>how far %n video or recording was watched</numerusform>
            <numerusform>how far %n videos or recordings were watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and as it was earlier in %n backup(s), the newest:</source>
        <translation>
            <numerusform>and as it was earlier in %n backup, the newest:</numerusform>
            <numerusform>and as it was earlier in %n backups, the newest:</numerusform>
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
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
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
    <name>StepPresenter</name>
    <message numerus="yes">
        <source>%n picture(s) of this step cannot be shown, being damaged or too large; what you wrote is safe. Go on reading, or ask for a fresh copy of the course.</source>
        <translation>
            <numerusform>%n picture of this step cannot be shown, being damaged or too large; what you wrote is safe. Go on reading, or ask for a fresh copy of the course.</numerusform>
            <numerusform>%n pictures of this step cannot be shown, being damaged or too large; what you wrote is safe. Go on reading, or ask for a fresh copy of the course.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SticksPresenter</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
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