<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="40"/>
        <source>Course Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="41"/>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="44"/>
        <source>A whole online course in one file, without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="52"/>
        <source>What stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="56"/>
        <source>Course Player never connects to a network. What you write stays on this computer until you export it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="65"/>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="79"/>
        <source>Licence: GNU General Public License 3 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="81"/>
        <source>You may use, study, share and change this program under the terms below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="85"/>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/answer.py" line="80"/>
        <source>Write your answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/answer.py" line="82"/>
        <source>What works well? What could be clearer? Write it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/answer.py" line="83"/>
        <source>Write your notes here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <location filename="../../src/courseplayer/ui/article/view.py" line="43"/>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignmentPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="38"/>
        <source>Begin anywhere. What you write is saved on this computer by itself, and only you see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="44"/>
        <source>Brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="45"/>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="90"/>
        <source>Attach…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="91"/>
        <source>Put a file beside your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="93"/>
        <source>Quote…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="94"/>
        <source>Insert words from a video or audio of this course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="96"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="97"/>
        <source>Look at earlier states of your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="100"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/view.py" line="101"/>
        <source>Make a file for uploading or handing over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments_view.py" line="29"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments_view.py" line="66"/>
        <source>Remove {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments_view.py" line="80"/>
        <source>Remove {file} from your text? Files that you exported before keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments_view.py" line="81"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments_view.py" line="81"/>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments.py" line="56"/>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="38"/>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="41"/>
        <source>What your reviewers will be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="42"/>
        <source>Read these before you write: they show what matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="50"/>
        <source>What this assignment means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="52"/>
        <source>It is voluntary. You can finish the course without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="53"/>
        <source>Your fellow learners read it and write you their comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="54"/>
        <source>It is not marked, and there is no pass or fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/brief.py" line="55"/>
        <source>Nothing leaves this computer until you export it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="38"/>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="97"/>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="39"/>
        <source>Back 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="40"/>
        <source>Forward 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="42"/>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="154"/>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="44"/>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="45"/>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="135"/>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="47"/>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="48"/>
        <source>Show captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="97"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="102"/>
        <source>Speed: {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="110"/>
        <source>Volume: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="110"/>
        <source>Volume: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/controls.py" line="135"/>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CourseCard</name>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="79"/>
        <source>{done} of {total} steps complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="89"/>
        <source>Continue at {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="91"/>
        <source>Start the course</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <location filename="../../src/courseplayer/ui/course/view.py" line="34"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/extras.py" line="22"/>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/extras.py" line="24"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/extras.py" line="25"/>
        <source>Save {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorToolBar</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="30"/>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="32"/>
        <source>Italic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="35"/>
        <source>Bulleted list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="36"/>
        <source>Numbered list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="37"/>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="43"/>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="45"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="47"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="68"/>
        <source>Paragraph style: {style}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="87"/>
        <source>Heading {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/toolbar.py" line="87"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="35"/>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="38"/>
        <source>Export for upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="41"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="45"/>
        <source>New export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="48"/>
        <source>Exported versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="81"/>
        <source>Exported versions ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="83"/>
        <source>Nothing has been exported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="99"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="117"/>
        <source>Show my name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="140"/>
        <source>Copy as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="141"/>
        <source>For a box on a web page into which you paste your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="143"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="146"/>
        <source>Save file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="159"/>
        <source>attempt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_dialog.py" line="168"/>
        <source>View this version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="133"/>
        <source>You have not written anything yet. You can export it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="134"/>
        <source>Your text has %n word(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="137"/>
        <source>The brief asks for at least {least}. You can export it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="139"/>
        <source>The brief asks for at most {most}. You can export it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="154"/>
        <source>Save file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="190"/>
        <source>Your text is copied. Paste it into the box on the web page with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_presenter.py" line="209"/>
        <source>Saved as {file}. Your text stays here, and you can go on writing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrontPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="65"/>
        <source>{done} of {total} steps complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="71"/>
        <source>Continue at {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="71"/>
        <source>Start with {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="122"/>
        <source>Get a taste of this course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="124"/>
        <source>Find out what this course is like with some of its steps:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="144"/>
        <source>Educators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="156"/>
        <source>Picture of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="163"/>
        <source>Licence and attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/course/front_page.py" line="168"/>
        <source>Language: {language}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="78"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="80"/>
        <location filename="../../src/courseplayer/ui/header.py" line="135"/>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="81"/>
        <source>All courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="83"/>
        <source>List of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="139"/>
        <source>Search this course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="140"/>
        <source>Search titles, articles and transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="155"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="158"/>
        <source>Open a course file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="159"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="160"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/header.py" line="161"/>
        <source>About Course Player</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnerButton</name>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="35"/>
        <source>Who is learning?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="56"/>
        <source>Add a learner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="59"/>
        <source>Change this name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="65"/>
        <source>Learning now: {name}. Switch learner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnersPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/learners/presenter.py" line="43"/>
        <source>Learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/presenter.py" line="50"/>
        <source>Who is learning?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/presenter.py" line="57"/>
        <source>Change your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/leaving.py" line="17"/>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/leaving.py" line="24"/>
        <source>The text that leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/leaving.py" line="40"/>
        <source>Attached: {file} ({size})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/leaving.py" line="42"/>
        <source>Only the name leaves: {file} ({size}). Upload it separately, or choose a packet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LengthLabel</name>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="31"/>
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="49"/>
        <source>aim for {least}–{most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="51"/>
        <source>aim for at least {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="53"/>
        <source>aim for at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="58"/>
        <source>%n more to go</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="60"/>
        <source>%n too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/length.py" line="62"/>
        <source>good length</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="42"/>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="45"/>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="46"/>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="49"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="47"/>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="49"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="57"/>
        <source>Remove the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="61"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="63"/>
        <source>Use this link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/link_dialog.py" line="86"/>
        <source>Please give an address that begins with https://, http:// or mailto:.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksCard</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/extras.py" line="47"/>
        <source>Read more (needs the internet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../src/courseplayer/ui/main_window.py" line="25"/>
        <source>Course Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/main_window.py" line="30"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/player/panel.py" line="36"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/panel.py" line="37"/>
        <source>There is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/panel.py" line="87"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="85"/>
        <source>Your name keeps your place, notes and assignment apart from those of others who use this computer. There is no password. Only what you export leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="93"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="94"/>
        <source>For example: Almaz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="101"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/learners/view.py" line="104"/>
        <source>Save the name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/outline/view.py" line="51"/>
        <source>Weeks and steps of the course</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <location filename="../../src/courseplayer/ui/player/picture.py" line="76"/>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="46"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="60"/>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="63"/>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="70"/>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="64"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="65"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="67"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="69"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="71"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="76"/>
        <source>Playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="79"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="80"/>
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="82"/>
        <source>Skip forward and back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="85"/>
        <source>As the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="90"/>
        <source>Transcript language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="95"/>
        <source>Show captions on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="97"/>
        <source>Let the transcript follow the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="103"/>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="111"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/view.py" line="112"/>
        <source>Show the folder: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="77"/>
        <source>Question {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="81"/>
        <source>More than one answer is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="109"/>
        <source>Check my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="112"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="128"/>
        <source>Yes, that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="128"/>
        <source>Not quite. Read why, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuizPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="157"/>
        <source>This is practice. Nothing is scored or kept; try as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="82"/>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="85"/>
        <source>Quote from the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="87"/>
        <source>Choose one line or several. The quote carries its place, and a click on it leads there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="91"/>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="92"/>
        <source>Find words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="100"/>
        <source>Reading the transcripts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="108"/>
        <source>Lines of the transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="116"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="119"/>
        <source>Insert the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="138"/>
        <source>No step of this course has a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/quote_dialog.py" line="155"/>
        <source>Nothing found. Try fewer or other words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RichEditor</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/editor.py" line="52"/>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/editor.py" line="204"/>
        <source>Ctrl+click opens {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/editor.py" line="205"/>
        <source>Click to go to this place in the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/editor.py" line="215"/>
        <source>Go to this place in the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/editor.py" line="215"/>
        <source>Open the link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="53"/>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="57"/>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="61"/>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="65"/>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/search/view.py" line="132"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/view.py" line="154"/>
        <source>Nothing was found for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/view.py" line="155"/>
        <source>Try fewer letters or another word. Accents do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/search/view.py" line="157"/>
        <source>%n place(s) for “{words}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/search/view.py" line="159"/>
        <source>The first %n places for “{words}”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/view.py" line="167"/>
        <source>Searching for “{words}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/view.py" line="174"/>
        <source>The search does not work now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/search/presenter.py" line="105"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/presenter.py" line="106"/>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/presenter.py" line="107"/>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/search/presenter.py" line="108"/>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <location filename="../../src/courseplayer/ui/player/seek_bar.py" line="40"/>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/seek_bar.py" line="154"/>
        <source>{position} of {duration}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="130"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="187"/>
        <source>Your courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="188"/>
        <source>Open a course file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="191"/>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="192"/>
        <source>Look for courses on this computer and on USB sticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="201"/>
        <source>No course was found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shelf/view.py" line="205"/>
        <source>Plug in a USB stick that has a folder named “courses”, then choose “Look again”. Or choose “Open a course file…”, or drop a file that ends in .course here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfPresenter</name>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/shelf/presenter.py" line="116"/>
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/about/view.py" line="97"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="33"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="64"/>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="64"/>
        <location filename="../../src/courseplayer/ui/step/view.py" line="178"/>
        <source>Mark as complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="67"/>
        <source>Click to take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="175"/>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/view.py" line="181"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="127"/>
        <source>This course has no assignment to put the quote into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="194"/>
        <source>The recording is not in this course file; this is what is said in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="206"/>
        <source>Questions to keep in mind as you review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="250"/>
        <source>The quote is in your assignment, step {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="251"/>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="262"/>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/presenter.py" line="270"/>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepWriting</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="85"/>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="85"/>
        <source>Write what you think. Only you can see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="87"/>
        <source>Your review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="87"/>
        <source>Write kindly and concretely. Only you can see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="88"/>
        <source>Your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/writing.py" line="88"/>
        <source>Notes on this step. Only you can see them here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="35"/>
        <source>Follow along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="41"/>
        <source>Language of the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="45"/>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="165"/>
        <source>Copy with time code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="47"/>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="166"/>
        <source>Quote in my assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="50"/>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="51"/>
        <source>Search in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="56"/>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="58"/>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="147"/>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="164"/>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="196"/>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/view.py" line="199"/>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptText</name>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/text.py" line="68"/>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/transcript/text.py" line="70"/>
        <source>Up and Down choose a line, Enter plays from it, Ctrl+C copies it with its time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="33"/>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="36"/>
        <source>Versions of your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="38"/>
        <source>No version is ever deleted. Restoring one keeps your present text here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="40"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="43"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="50"/>
        <source>The text of this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="57"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="60"/>
        <source>Restore this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="73"/>
        <source>Nothing has been saved yet: begin to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="91"/>
        <source>saved while writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="92"/>
        <source>saved on leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="93"/>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="94"/>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="96"/>
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/versions.py" line="98"/>
        <source>present text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="95"/>
        <source>This link leads to the internet: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="96"/>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="96"/>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="219"/>
        <source>Courses (*.course)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="220"/>
        <source>Open a course file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/desk.py" line="212"/>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/desk.py" line="212"/>
        <source>My text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/desk.py" line="223"/>
        <source>A copy was saved as {file}. The text itself is not saved in Course Player yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/desk.py" line="224"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/desk.py" line="224"/>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingSheet</name>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="86"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="97"/>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="102"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/writing/sheet.py" line="97"/>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ChoiceRow</name>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="48"/>
        <source>Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="48"/>
        <source>Not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="50"/>
        <source>Rightly not chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/step/quiz.py" line="52"/>
        <source>This is right too, but was not chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <location filename="../../src/courseplayer/authoring/build.py" line="22"/>
        <source>{file} does not end in .course, so nothing was built; nothing was changed. Give the course a name such as my-course.course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/build.py" line="27"/>
        <source>The course was not built; nothing was changed. Mend this and try again: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/build.py" line="30"/>
        <source>The course was not built; nothing was changed. Mend this and {more} more (inspect lists them all) and try again: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/source.py" line="19"/>
        <source>{file} is a finished course already, so there is nothing to build; nothing was changed. Open it, or give the folder it was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/source.py" line="24"/>
        <source>{file} is a video or sound alone, not a course; nothing was changed. Put it into a course folder beside a text file of the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/source.py" line="29"/>
        <source>The folder {file} holds neither a course.toml nor course pages saved as text (.txt); nothing was changed. Choose the folder in which course.toml lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/source.py" line="34"/>
        <source>{file} is not a course page: it has neither times such as “Skip to 0 minutes and 5 seconds” nor the name of a course; nothing was changed. Choose a saved page, a subtitle file or a course folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/encoding.py" line="14"/>
        <source>{file} is not a text file, so nothing was read from it; nothing was changed. Choose a subtitle or text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/futurelearn.py" line="25"/>
        <source>{file} holds no words of a course step, so nothing was read from it; nothing was changed. Choose a page that was saved as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/subtitles.py" line="22"/>
        <source>{file} is empty, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/subtitles.py" line="25"/>
        <source>{file} holds no words with readable times, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/subtitles.py" line="30"/>
        <source>{file} is not a subtitle file of a known kind (WebVTT, SubRip, SBV, TTML, SubStation), so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/subtitles.py" line="36"/>
        <source>{file} is far larger than any subtitle file, so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/authoring/sources/timed_text.py" line="16"/>
        <source>{file} is not a readable TTML subtitle file ({reason}), so nothing was read from it; nothing was changed. Save it again from the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_courses.py" line="21"/>
        <source>No course could be read from {source}; nothing was changed. Mend what is listed above and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_courses.py" line="25"/>
        <source>{file} is damaged in the places listed above; nothing was changed. Copy it again from where it came from, and keep this one until the copy is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="26"/>
        <source>Nobody has learned here yet, so there is nothing to export. Log in as the person who learned, or set COURSEPLAYER_HOME to the folder of their work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="31"/>
        <source>Nobody called {name} learns on this computer, only: {names}. Give one of these names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="34"/>
        <source>Several people learn on this computer: {names}. Say whose text to export with --learner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="37"/>
        <source>There is no course {course} on this computer. Give the path of its .course file with --course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="40"/>
        <source>The course “{course}” has no step {step}. Give a number such as 6.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="43"/>
        <source>{name} has written nothing in step {step}, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/cli_export.py" line="46"/>
        <source>{name} has written in step {step} of several courses: {courses}. Say which with --course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/course/errors.py" line="31"/>
        <source>The disk is full, so {file} could not be written; what was there before is unchanged. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/course/errors.py" line="36"/>
        <source>This computer does not allow access to {file}; nothing was changed. Choose another place or ask the person who looks after the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/course/errors.py" line="41"/>
        <source>{file} was not found; nothing was changed. Check the name, or plug the stick in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/course/errors.py" line="45"/>
        <source>{file} could not be read or written ({reason}); nothing else was changed. Check the disk or stick and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/article.py" line="22"/>
        <source>A text of the course is too long or too deeply nested to be shown safely (more than {limit}); nothing was changed. Split it into several steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="47"/>
        <source>{file} is empty, so it holds no course. Copy it again from where you got it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="50"/>
        <source>{file} is a folder, not a course file. Choose the file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="51"/>
        <source>{file} holds a web page instead of a course: the download did not work. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="55"/>
        <source>{file} is a packed archive, not a course. Unpack it first and open the course file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="58"/>
        <source>{file} is not a course, whatever its name says. Choose a file that was made as a course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="61"/>
        <source>{file} is a database of another program, not a course. Choose a file that was made as a course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="65"/>
        <source>{file} was made with a newer version of Course Player. Update the program to open it; what you wrote stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="70"/>
        <source>{file} is not complete: its end is missing, perhaps because copying was interrupted. Copy it again from where you got it; what you wrote is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="75"/>
        <source>The texts in {file} are not as they were when the course was made. Copy it again from where you got it; what you wrote is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="80"/>
        <source>{file} is damaged, so a part of the course cannot be shown; what you wrote is safe. Copy the course again from where you got it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="85"/>
        <source>A picture or file inside {file} is too large to be shown; the rest of the course works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/errors.py" line="88"/>
        <source>This step is not in {file}; perhaps it belongs to another edition of the course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/plan_check.py" line="12"/>
        <source>{address} ({place}) is not a whole web address, so the course was not written. Links begin with https://, http:// or mailto:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/plan_check.py" line="17"/>
        <source>{name} (step {step}) cannot be the name of a file on every computer, so the course was not written. Rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/search.py" line="43"/>
        <source>The search cannot be used at the moment; the course itself is not affected. Close other windows of the program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/writer.py" line="46"/>
        <source>{source} changed while the course was being made, so no course was written. Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/writer.py" line="49"/>
        <source>{file} could not be read back as it was written, so it was removed; what was there before is unchanged. The disk or stick may be failing: use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/coursefile/writer.py" line="54"/>
        <source>{file} is open in a program and could not be replaced; it is unchanged. Close the course and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/attachments.py" line="19"/>
        <source>{file} is larger than {limit} MB and was not added; your text is unchanged. Make the file smaller, for example a picture with fewer details, and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/attachments.py" line="24"/>
        <source>A text can have {limit} files at most, so {file} was not added; nothing else was changed. Remove a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="29"/>
        <source>{file} was written by a newer Course Player and has been left as it is; everything in it is safe. Install the newer Course Player to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="34"/>
        <source>{file} is not a file of Course Player and has been left as it is. Move it somewhere else, then start Course Player again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="39"/>
        <source>The disk is full, so nothing more could be saved in {file}; what was saved before is safe. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="44"/>
        <source>This computer does not allow writing to {file}; what was saved before is safe. Ask the person who looks after the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="49"/>
        <source>Another program is using {file}, so this was not saved; what was saved before is safe. Close other windows of Course Player and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="54"/>
        <source>{file}, which holds what was written on this computer, is damaged and has been left as it is. Do not delete it: keep a copy and ask the person who looks after the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="59"/>
        <source>{file} could not be opened; nothing was changed. Check that the disk or stick is there and that you may write to that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/errors.py" line="64"/>
        <source>{file} could not be read or written; what was saved before is safe. Check that the disk or stick is there and has space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/learners.py" line="15"/>
        <source>A name needs at least one letter; nothing was changed. Type your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/learners.py" line="16"/>
        <source>A name can have {limit} characters at most; nothing was changed. Type a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/learner/learners.py" line="19"/>
        <source>Someone called {name} already learns here; nothing was changed. Choose that name in the list, or add something to yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/submissions/packet.py" line="43"/>
        <source>{file} is not a sound submission packet ({reason}); nothing was taken from it. Ask its writer to export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/submissions/packet.py" line="48"/>
        <source>{file} was made by a newer Course Player; nothing was taken from it. Update this Course Player to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/submissions/packing.py" line="36"/>
        <source>A submission packet holds at most {files} files and {megabytes} MB, and this one would hold more; nothing was written. Take out some attachments, or hand them over separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/system/logs.py" line="17"/>
        <source>Something went wrong inside Course Player ({fault}); everything that was saved is safe. You can go on; if it happens again, close the program, open it anew and pass on the file {log}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/attachments.py" line="23"/>
        <source>{file} is not a file that can be added; your text is unchanged. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/jobs.py" line="16"/>
        <source>Something went wrong inside Course Player; what you wrote is safe. Try again, and if it happens again restart the program and report it with the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="28"/>
        <source>This computer lacks a part that video and sound need ({part}); nothing is lost and the transcript works. Ask the person who looks after the computer to install it, then start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="33"/>
        <source>This Windows lacks its video parts; nothing is lost and the transcript works. Ask the person who looks after the computer to add the “Media Feature Pack” under Optional features, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="38"/>
        <source>The video parts of this program are missing; nothing is lost and the transcript works. Install Course Player again to put them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="43"/>
        <source>This computer cannot show the picture of this video; what you did is safe and the transcript works. Read on here, and tell your trainer that the video needs to be made as H.264.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="48"/>
        <source>The video cannot be read beyond {time}: the course file is damaged or its stick was unplugged; what you did is safe and the transcript works. Plug the stick in again, or ask for a fresh copy of the course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/problems.py" line="53"/>
        <source>This medium is in a form that cannot be played here; what you did is safe and the transcript works. Read on here, and tell your trainer about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="25"/>
        <source>The course is not on this computer now; what you wrote is safe. Plug in the stick it came from, or open its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/window_presenter.py" line="30"/>
        <source>This course has no step {number}; nothing was changed. Look up its number in the list of steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="15"/>
        <source>Word document (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="16"/>
        <source>Opens in Word, LibreOffice and Google Docs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="19"/>
        <source>OpenDocument (.odt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="20"/>
        <source>The open standard, for LibreOffice and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="23"/>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="24"/>
        <source>Looks the same everywhere; good for printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="27"/>
        <source>Web page (.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="28"/>
        <source>Opens in every browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="31"/>
        <source>Markdown (.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="32"/>
        <source>Plain text with simple marks for headings and lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="35"/>
        <source>Plain text (.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="36"/>
        <source>Words only; the smallest file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="39"/>
        <source>Submission packet (.submission)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="40"/>
        <source>Text and attached files together, for your trainer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="59"/>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="60"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="61"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="62"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="63"/>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="64"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="65"/>
        <source>Learner ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="66"/>
        <source>Attachments (not included in this file)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="21"/>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="22"/>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="23"/>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="24"/>
        <source>Discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="25"/>
        <source>Practice quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="26"/>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="27"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outline</name>
    <message>
        <location filename="../../src/courseplayer/ui/outline/model.py" line="54"/>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/outline/model.py" line="114"/>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/outline/model.py" line="116"/>
        <source>shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="59"/>
        <source>Week {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/places.py" line="13"/>
        <source>What you write and how far you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/places.py" line="14"/>
        <source>Your courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/places.py" line="15"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/places.py" line="16"/>
        <source>Search index (can be made again)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/preferences/places.py" line="17"/>
        <source>Log for the person who helps you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="56"/>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="58"/>
        <source>Go back ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="59"/>
        <source>Go on ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="60"/>
        <source>Go back five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="62"/>
        <source>Go on five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="67"/>
        <source>Go to the line of the transcript before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="72"/>
        <source>Go to the next line of the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="74"/>
        <source>Go to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="75"/>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="76"/>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="77"/>
        <source>Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="78"/>
        <source>Sound off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="79"/>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="80"/>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="81"/>
        <source>Captions on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="82"/>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/player/shortcuts.py" line="84"/>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="35"/>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="37"/>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="38"/>
        <source>Show all courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="39"/>
        <source>Search the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="40"/>
        <source>Open a course file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="41"/>
        <source>Show the preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="42"/>
        <source>Show this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="46"/>
        <source>In a course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="48"/>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="49"/>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="50"/>
        <source>Mark the step as complete, or take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="51"/>
        <source>Show or hide the list of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../src/courseplayer/ui/shortcuts.py" line="59"/>
        <source>In the player</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <location filename="../../src/courseplayer/ui/assignment/export_words.py" line="51"/>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <location filename="../../src/courseplayer/ui/words.py" line="34"/>
        <source>%n min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
