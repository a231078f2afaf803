<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Course Player</source>
        <translation>À propos de Course Player</translation>
    </message>
    <message>
        <source>Course Player</source>
        <translation>Course Player</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>A whole online course in one file, without a network.</source>
        <translation>Un cours en ligne complet dans un seul fichier, sans réseau.</translation>
    </message>
    <message>
        <source>Licences of what others made</source>
        <translation>Licences de ce que d’autres ont fait</translation>
    </message>
    <message>
        <source>Text of the licences of what others made</source>
        <translation>Texte des licences de ce que d’autres ont fait</translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation>Ce qui reste ici</translation>
    </message>
    <message>
        <source>Course Player never connects to a network. What you write stays on this computer until you export it yourself.</source>
        <translation>Course Player ne se connecte jamais à un réseau. Ce que vous écrivez reste sur cet ordinateur jusqu’à ce que vous l’exportiez vous-même.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Réalisé avec</translation>
    </message>
    <message>
        <source>Licence: GNU General Public License 3 or later</source>
        <translation>Licence : GNU General Public License 3 ou ultérieure</translation>
    </message>
    <message>
        <source>You may use, study, share and change this program under the terms below.</source>
        <translation>Vous pouvez utiliser, étudier, partager et modifier ce programme aux conditions ci-dessous.</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
</context>
<context>
    <name>AnswerPresenter</name>
    <message>
        <source>Write your answer here.</source>
        <translation>Écrivez votre réponse ici.</translation>
    </message>
    <message>
        <source>What works well? What could be clearer? Write it here.</source>
        <translation>Qu’est-ce qui est réussi ? Qu’est-ce qui pourrait être plus clair ? Écrivez-le ici.</translation>
    </message>
    <message>
        <source>Write your notes here.</source>
        <translation>Écrivez vos notes ici.</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>AssignmentPage</name>
    <message>
        <source>Begin anywhere. What you write is saved on this computer by itself, and only you see it.</source>
        <translation>Commencez où vous voulez. Ce que vous écrivez est enregistré automatiquement sur cet ordinateur, et personne d’autre ne le voit.</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Put a file beside your text</source>
        <translation>Ajouter un fichier à côté de votre texte</translation>
    </message>
    <message>
        <source>Quote…</source>
        <translation>Citer…</translation>
    </message>
    <message>
        <source>Insert words from a video or audio of this course</source>
        <translation>Insérer des paroles d’une vidéo ou d’un audio de ce cours</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Look at earlier states of your text</source>
        <translation>Voir les versions précédentes de votre texte</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Make a file for uploading or handing over</source>
        <translation>Créer un fichier à envoyer ou à remettre</translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>Retirer {file}</translation>
    </message>
    <message>
        <source>Remove {file} from your text? Files that you exported before keep it.</source>
        <translation>Retirer {file} de votre texte ? Les fichiers que vous avez déjà exportés le gardent.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Copies de secours</translation>
    </message>
    <message>
        <source>Backups of everything written on this computer</source>
        <translation>Copies de secours de tout ce qui a été écrit sur cet ordinateur</translation>
    </message>
    <message>
        <source>Restoring one keeps what is there now in a file of its own; nothing is lost.</source>
        <translation>Ce qui est là maintenant est gardé dans un fichier à part ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made after half an hour of work.</source>
        <translation>Il n’y a pas encore de copie de secours : il s’en fait une après une demi-heure de travail.</translation>
    </message>
    <message>
        <source>What this backup holds</source>
        <translation>Ce que contient cette copie de secours</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>En faire une maintenant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Rétablir cette copie</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>Brief</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Conseils</translation>
    </message>
    <message>
        <source>What your reviewers will be asked</source>
        <translation>Questions posées aux personnes qui vous liront</translation>
    </message>
    <message>
        <source>Read these before you write: they show what matters.</source>
        <translation>Lisez-les avant d’écrire : elles montrent ce qui compte.</translation>
    </message>
    <message>
        <source>What this assignment means</source>
        <translation>Ce que ce devoir signifie</translation>
    </message>
    <message>
        <source>It is voluntary. You can finish the course without it.</source>
        <translation>Il est facultatif. Vous pouvez terminer le cours sans le faire.</translation>
    </message>
    <message>
        <source>Your fellow learners read it and write you their comments.</source>
        <translation>Les autres apprenants le lisent et vous écrivent leurs commentaires.</translation>
    </message>
    <message>
        <source>It is not marked, and there is no pass or fail.</source>
        <translation>Il n’est pas noté : il n’y a ni réussite ni échec.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you export it.</source>
        <translation>Rien ne quitte cet ordinateur avant que vous l’exportiez.</translation>
    </message>
</context>
<context>
    <name>ChangePinDialog</name>
    <message>
        <source>The PIN of {name}</source>
        <translation>Le code PIN de {name}</translation>
    </message>
    <message>
        <source>Your PIN now</source>
        <translation>Votre code PIN actuel</translation>
    </message>
    <message>
        <source>To change it, type the new PIN twice. The recovery key stays the same.</source>
        <translation>Pour le changer, saisissez deux fois le nouveau code. La clé de secours reste la même.</translation>
    </message>
    <message>
        <source>Show the PINs</source>
        <translation>Afficher les codes PIN</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Retirer le code PIN</translation>
    </message>
    <message>
        <source>Your texts are no longer locked</source>
        <translation>Vos textes ne sont plus verrouillés</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Nouvelle clé de secours</translation>
    </message>
    <message>
        <source>The old recovery key opens nothing any more</source>
        <translation>L’ancienne clé de secours n’ouvre plus rien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Changer le code PIN</translation>
    </message>
    <message>
        <source>One moment: the backups are changed too. This can take a minute.</source>
        <translation>Un instant : les sauvegardes sont modifiées aussi. Cela peut prendre une minute.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Show captions</source>
        <translation>Afficher les sous-titres</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Speed: {rate}</source>
        <translation>Vitesse : {rate}</translation>
    </message>
    <message>
        <source>Volume: off</source>
        <translation>Volume : coupé</translation>
    </message>
    <message>
        <source>Volume: {percent} %</source>
        <translation>Volume : {percent} %</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>Skip back by {seconds} s</source>
        <translation>Reculer de {seconds} s</translation>
    </message>
    <message>
        <source>Skip forward by {seconds} s</source>
        <translation>Avancer de {seconds} s</translation>
    </message>
</context>
<context>
    <name>CourseCard</name>
    <message>
        <source>{action}: {course}</source>
        <translation>{action} : {course}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{done} of {total} steps complete</source>
        <translation>Étapes terminées : {done} sur {total}</translation>
    </message>
    <message>
        <source>Continue at {number}</source>
        <translation>Continuer à {number}</translation>
    </message>
    <message>
        <source>Start the course</source>
        <translation>Commencer le cours</translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>CoursesStep</name>
    <message>
        <source>Which courses?</source>
        <translation>Quels cours ?</translation>
    </message>
    <message>
        <source>Tick those that are to go along. Each is read through before the kit is made.</source>
        <translation>Cochez ceux qui doivent en faire partie. Chacun est relu en entier avant que le kit soit fait.</translation>
    </message>
    <message>
        <source>There is no course on the shelf. Add one from a file.</source>
        <translation>Il n’y a aucun cours sur l’étagère. Ajoutez-en un depuis un fichier.</translation>
    </message>
    <message>
        <source>Add a course file…</source>
        <translation>Ajouter un fichier de cours…</translation>
    </message>
    <message>
        <source>Courses (*.course)</source>
        <translation>Cours (*.course)</translation>
    </message>
    <message>
        <source>Add a course file</source>
        <translation>Ajouter un fichier de cours</translation>
    </message>
</context>
<context>
    <name>DoneWords</name>
    <message numerus="yes">
        <source>%n attached file(s)</source>
        <translation>
            <numerusform>%n fichier joint</numerusform>
            <numerusform>%n fichiers joints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked complete</source>
        <translation>
            <numerusform>%n étape marquée comme terminée</numerusform>
            <numerusform>%n étapes marquées comme terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked not complete</source>
        <translation>
            <numerusform>%n étape marquée comme non terminée</numerusform>
            <numerusform>%n étapes marquées comme non terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) or recording(s) watched on</source>
        <translation>
            <numerusform>%n vidéo ou enregistrement poursuivi</numerusform>
            <numerusform>%n vidéos ou enregistrements poursuivis</numerusform>
        </translation>
    </message>
    <message>
        <source>the assignment</source>
        <translation>le devoir</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>une réponse</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>une note</translation>
    </message>
    <message>
        <source>a review</source>
        <translation>une relecture</translation>
    </message>
    <message>
        <source>words taken out of {where}</source>
        <translation>mots enlevés : {where}</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in {where}</source>
        <translation>
            <numerusform>%n mot dans {where}</numerusform>
            <numerusform>%n mots dans {where}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save {title}</source>
        <translation>Enregistrer {title}</translation>
    </message>
</context>
<context>
    <name>EditorToolBar</name>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Liste à puces</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Paragraph style: {style}</source>
        <translation>Style de paragraphe : {style}</translation>
    </message>
    <message>
        <source>Heading {level}</source>
        <translation>Titre {level}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export for upload</source>
        <translation>Exporter pour l’envoi</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>New export</source>
        <translation>Nouvelle exportation</translation>
    </message>
    <message>
        <source>Exported versions</source>
        <translation>Versions exportées</translation>
    </message>
    <message>
        <source>Exported versions ({count})</source>
        <translation>Versions exportées ({count})</translation>
    </message>
    <message>
        <source>Nothing has been exported yet.</source>
        <translation>Rien n’a encore été exporté.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Show my name</source>
        <translation>Montrer mon nom</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Copier en texte brut</translation>
    </message>
    <message>
        <source>For a box on a web page into which you paste your text</source>
        <translation>Pour coller votre texte dans un champ d’une page web</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>Enregistrer le fichier…</translation>
    </message>
    <message>
        <source>Making the file…</source>
        <translation>Création du fichier…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>tentative {number}</translation>
    </message>
    <message>
        <source>View this version</source>
        <translation>Voir cette version</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>You have not written anything yet. You can export it all the same.</source>
        <translation>Vous n’avez encore rien écrit. Vous pouvez quand même exporter.</translation>
    </message>
    <message numerus="yes">
        <source>Your text has %n word(s).</source>
        <translation>
            <numerusform>Votre texte compte %n mot.</numerusform>
            <numerusform>Votre texte compte %n mots.</numerusform>
        </translation>
    </message>
    <message>
        <source>The brief asks for at least {least}. You can export it all the same.</source>
        <translation>La consigne en demande au moins {least}. Vous pouvez quand même exporter.</translation>
    </message>
    <message>
        <source>The brief asks for at most {most}. You can export it all the same.</source>
        <translation>La consigne en demande au plus {most}. Vous pouvez quand même exporter.</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Your text is copied. Paste it into the box on the web page with Ctrl+V.</source>
        <translation>Votre texte est copié. Collez-le dans le champ de la page web avec Ctrl+V.</translation>
    </message>
    <message>
        <source>Saved as {file}. Your text stays here, and you can go on writing.</source>
        <translation>Enregistré sous {file}. Votre texte reste ici, et vous pouvez continuer à écrire.</translation>
    </message>
    <message>
        <source>Stopped. No file was written, and your text is unchanged.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit et votre texte est inchangé.</translation>
    </message>
    <message>
        <source>The file was saved as {file}, but it could not be added to the list.</source>
        <translation>Le fichier a été enregistré sous {file}, mais il n’a pas pu être ajouté à la liste.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>None chosen</source>
        <translation>Aucun choisi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>ForgottenPinDialog</name>
    <message>
        <source>A new PIN for {name}</source>
        <translation>Un nouveau code PIN pour {name}</translation>
    </message>
    <message>
        <source>Type the recovery key. You have it, or your trainer.</source>
        <translation>Saisissez la clé de secours. Vous l’avez, ou votre formateur.</translation>
    </message>
    <message>
        <source>Recovery key: 7 groups of 4 letters or digits</source>
        <translation>Clé de secours : 7 groupes de 4 lettres ou chiffres</translation>
    </message>
    <message>
        <source>If the key is lost too, your texts stay locked. They are kept and nothing deletes them; look for the key, and meanwhile go on with another name.</source>
        <translation>Si la clé est perdue aussi, vos textes restent verrouillés. Ils sont conservés et rien ne les efface ; cherchez la clé et, en attendant, continuez sous un autre nom.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open and set the new PIN</source>
        <translation>Ouvrir et définir le nouveau code</translation>
    </message>
    <message>
        <source>One moment: the backups are changed too. This can take a minute.</source>
        <translation>Un instant : les sauvegardes sont modifiées aussi. Cela peut prendre une minute.</translation>
    </message>
</context>
<context>
    <name>FormStep</name>
    <message>
        <source>Which kind of kit?</source>
        <translation>Quelle sorte de kit ?</translation>
    </message>
    <message>
        <source>All kinds are put together from ready programs: nothing is compiled or downloaded.</source>
        <translation>Toutes les sortes sont assemblées à partir de programmes prêts : rien n’est compilé ni téléchargé.</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Ce qui en fait partie</translation>
    </message>
    <message>
        <source>Keep what learners write on the stick</source>
        <translation>Garder sur la clé ce que les apprenants écrivent</translation>
    </message>
    <message>
        <source>Nothing is then left on the computers that it is plugged into.</source>
        <translation>Rien ne reste alors sur les ordinateurs où elle est branchée.</translation>
    </message>
    <message>
        <source>Add a ready program…</source>
        <translation>Ajouter un programme prêt…</translation>
    </message>
    <message>
        <source>The archive, setup program or disk image of Course Player, as it is handed out</source>
        <translation>L’archive, le programme d’installation ou l’image disque de Course Player, tels qu’ils sont distribués</translation>
    </message>
    <message>
        <source>The courses that you ticked, and no program.</source>
        <translation>Les cours que vous avez cochés, sans programme.</translation>
    </message>
    <message>
        <source>These programs go along:</source>
        <translation>Ces programmes en font partie :</translation>
    </message>
    <message>
        <source>Looking for ready programs…</source>
        <translation>Recherche de programmes prêts…</translation>
    </message>
    <message>
        <source>No ready Course Player for this kind of kit was found. Add one to make it.</source>
        <translation>Aucun Course Player prêt pour cette sorte de kit n’a été trouvé. Ajoutez-en un pour le faire.</translation>
    </message>
    <message>
        <source>Ready programs (*.tar.xz *.zip *.exe *.dmg)</source>
        <translation>Programmes prêts (*.tar.xz *.zip *.exe *.dmg)</translation>
    </message>
    <message>
        <source>Add a ready program</source>
        <translation>Ajouter un programme prêt</translation>
    </message>
</context>
<context>
    <name>FrontPage</name>
    <message>
        <source>About this course</source>
        <translation>À propos de ce cours</translation>
    </message>
    <message>
        <source>{done} of {total} steps complete</source>
        <translation>Étapes terminées : {done} sur {total}</translation>
    </message>
    <message>
        <source>Continue at {number}</source>
        <translation>Continuer à {number}</translation>
    </message>
    <message>
        <source>Start with {number}</source>
        <translation>Commencer par {number}</translation>
    </message>
    <message>
        <source>This course is not signed by anyone.</source>
        <translation>Ce cours n’est signé par personne.</translation>
    </message>
    <message>
        <source>{name} signed this course (key {key}), but it was changed or damaged afterwards.</source>
        <translation>{name} a signé ce cours (clé {key}), mais il a été modifié ou endommagé par la suite.</translation>
    </message>
    <message>
        <source>Signed by {name} (key {key})</source>
        <translation>Signé par {name} (clé {key})</translation>
    </message>
    <message>
        <source>Get a taste of this course</source>
        <translation>Un avant-goût de ce cours</translation>
    </message>
    <message>
        <source>Find out what this course is like with some of its steps:</source>
        <translation>Découvrez ce cours à travers quelques-unes de ses étapes :</translation>
    </message>
    <message>
        <source>Educators</source>
        <translation>Équipe pédagogique</translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation>Photo de {name}</translation>
    </message>
    <message>
        <source>Licence and attribution</source>
        <translation>Licence et attribution</translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation>Langue : {language}</translation>
    </message>
</context>
<context>
    <name>GlossaryCard</name>
    <message>
        <source>Words of this course</source>
        <translation>Les mots de ce cours</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Tous les cours</translation>
    </message>
    <message>
        <source>List of steps</source>
        <translation>Liste des étapes</translation>
    </message>
    <message>
        <source>Search this course</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search titles, articles and transcripts</source>
        <translation>Chercher dans les titres, les articles et les transcriptions</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Open a course file…</source>
        <translation>Ouvrir un fichier de cours…</translation>
    </message>
    <message>
        <source>Make a kit…</source>
        <translation>Faire un kit…</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About Course Player</source>
        <translation>À propos de Course Player</translation>
    </message>
</context>
<context>
    <name>HoldingsDialog</name>
    <message>
        <source>What is kept about {name}</source>
        <translation>Ce qui est conservé sur {name}</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Tout supprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Écriture du fichier…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Delete everything about {name}?</source>
        <translation>Supprimer tout ce qui concerne {name} ?</translation>
    </message>
    <message>
        <source>This cannot be undone. Type the name {name} to delete it for good:</source>
        <translation>Ceci ne peut pas être annulé. Saisissez le nom {name} pour supprimer définitivement :</translation>
    </message>
    <message>
        <source>The name, to confirm</source>
        <translation>Le nom, pour confirmer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
</context>
<context>
    <name>HoldingsPresenter</name>
    <message>
        <source>Everything of {name}</source>
        <translation>Tout de {name}</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Fichiers zip (*.zip)</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Tout exporter</translation>
    </message>
    <message>
        <source>Everything is in {file}.</source>
        <translation>Tout se trouve dans {file}.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>Some words are just being saved; nothing was deleted. Try again in a moment.</source>
        <translation>Des mots sont en cours d’enregistrement ; rien n’a été supprimé. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Everything about {name} was deleted.</source>
        <translation>Tout ce qui concerne {name} a été supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) were written anew without it.</source>
        <translation>
            <numerusform>%n copie de secours a été réécrite sans cela.</numerusform>
            <numerusform>%n copies de secours ont été réécrites sans cela.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is full, so traces may be left in the store until there is room again.</source>
        <translation>Le disque est plein ; des traces peuvent rester dans le fichier jusqu’à ce qu’il y ait de nouveau de la place.</translation>
    </message>
</context>
<context>
    <name>HoldingsWords</name>
    <message>
        <source>Since {when}:</source>
        <translation>Depuis {when} :</translation>
    </message>
    <message>
        <source>It lies on this computer, in:</source>
        <translation>Cela se trouve sur cet ordinateur, dans :</translation>
    </message>
    <message>
        <source>The log holds neither names nor texts. Nothing was ever sent anywhere.</source>
        <translation>Le journal ne contient ni noms ni textes. Rien n’a jamais été envoyé nulle part.</translation>
    </message>
    <message>
        <source>This will be deleted:</source>
        <translation>Ceci sera supprimé :</translation>
    </message>
    <message>
        <source>Not reached: files that were exported or copied elsewhere, and what was handed in already.</source>
        <translation>Hors d’atteinte : les fichiers exportés ou copiés ailleurs, et ce qui a déjà été remis.</translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s)</source>
        <translation>
            <numerusform>%n devoir</numerusform>
            <numerusform>%n devoirs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
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
            <numerusform>%n relecture</numerusform>
            <numerusform>%n relectures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in all</source>
        <translation>
            <numerusform>%n mot en tout</numerusform>
            <numerusform>%n mots en tout</numerusform>
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
            <numerusform>%n fichier joint</numerusform>
            <numerusform>%n fichiers joints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) in the list of exports</source>
        <translation>
            <numerusform>%n fichier dans la liste des exports</numerusform>
            <numerusform>%n fichiers dans la liste des exports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last place in %n course(s)</source>
        <translation>
            <numerusform>la dernière place dans %n cours</numerusform>
            <numerusform>la dernière place dans %n cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) marked complete</source>
        <translation>
            <numerusform>%n étape marquée comme terminée</numerusform>
            <numerusform>%n étapes marquées comme terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>how far %n video(s) or recording(s) were watched</source>
        <translation>
            <numerusform>jusqu’où %n vidéo ou enregistrement a été suivi</numerusform>
            <numerusform>jusqu’où %n vidéos ou enregistrements ont été suivis</numerusform>
        </translation>
    </message>
    <message>
        <source>the name</source>
        <translation>le nom</translation>
    </message>
    <message numerus="yes">
        <source>and as it was earlier in %n backup(s), the newest:</source>
        <translation>
            <numerusform>et tel que c’était auparavant dans %n copie de secours :</numerusform>
            <numerusform>et tel que c’était auparavant dans %n copies de secours, la plus récente :</numerusform>
        </translation>
    </message>
    <message>
        <source>These may hold something too, and are for the person who helps you:</source>
        <translation>Ceux-ci peuvent aussi contenir quelque chose, et sont pour la personne qui vous aide :</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message>
        <source>Make a kit</source>
        <translation>Faire un kit</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Five steps</source>
        <translation>Cinq étapes</translation>
    </message>
    <message>
        <source>1 Courses</source>
        <translation>1 Cours</translation>
    </message>
    <message>
        <source>2 Learners</source>
        <translation>2 Apprenants</translation>
    </message>
    <message>
        <source>3 Look</source>
        <translation>3 Apparence</translation>
    </message>
    <message>
        <source>4 Kind</source>
        <translation>4 Sorte</translation>
    </message>
    <message>
        <source>5 Place</source>
        <translation>5 Lieu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Make the kit</source>
        <translation>Faire le kit</translation>
    </message>
</context>
<context>
    <name>KitPresenter</name>
    <message>
        <source>The size is shown here as soon as a course is chosen.</source>
        <translation>La taille s’affiche ici dès qu’un cours est choisi.</translation>
    </message>
    <message>
        <source>Checking and reading the parts</source>
        <translation>Vérification et lecture des éléments</translation>
    </message>
    <message>
        <source>Where is it made?</source>
        <translation>Où le faire ?</translation>
    </message>
    <message>
        <source>Writing, and reading back what was written</source>
        <translation>Écriture, et relecture de ce qui a été écrit</translation>
    </message>
    <message>
        <source>Kit {number}</source>
        <translation>Kit {number}</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this kit is left at {place}.</source>
        <translation>Arrêté. Il ne reste rien de ce kit dans {place}.</translation>
    </message>
    <message>
        <source>For the next one: pull the stick out, plug in another, and choose “Make another”.</source>
        <translation>Pour le suivant : retirez la clé, branchez-en une autre et choisissez « En faire un autre ».</translation>
    </message>
    <message>
        <source>Kits made: {count}</source>
        <translation>Kits faits : {count}</translation>
    </message>
    <message>
        <source>Made: {size} written and read back</source>
        <translation>Fait : {size} écrits et relus</translation>
    </message>
    <message>
        <source>files that were there already: {count}</source>
        <translation>fichiers déjà présents : {count}</translation>
    </message>
    <message>
        <source>How to start</source>
        <translation>Comment démarrer</translation>
    </message>
    <message>
        <source>Save the printed sheet</source>
        <translation>Enregistrer la feuille à imprimer</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
</context>
<context>
    <name>LearnerButton</name>
    <message>
        <source>Who is learning?</source>
        <translation>Qui apprend ?</translation>
    </message>
    <message>
        <source>{name} (locked)</source>
        <translation>{name} (verrouillé)</translation>
    </message>
    <message>
        <source>Add a learner…</source>
        <translation>Ajouter une personne…</translation>
    </message>
    <message>
        <source>Change this name…</source>
        <translation>Changer ce nom…</translation>
    </message>
    <message>
        <source>Change or remove the PIN…</source>
        <translation>Changer ou retirer le code PIN…</translation>
    </message>
    <message>
        <source>Set a PIN…</source>
        <translation>Définir un code PIN…</translation>
    </message>
    <message>
        <source>Learning now: {name}. Switch learner</source>
        <translation>Apprend maintenant : {name}. Changer de personne</translation>
    </message>
</context>
<context>
    <name>LearnersPresenter</name>
    <message>
        <source>Learner</source>
        <translation>Apprenant</translation>
    </message>
    <message>
        <source>Who is learning?</source>
        <translation>Qui apprend ?</translation>
    </message>
    <message>
        <source>Change your name</source>
        <translation>Changer votre nom</translation>
    </message>
</context>
<context>
    <name>LearnersStep</name>
    <message>
        <source>For whom?</source>
        <translation>Pour qui ?</translation>
    </message>
    <message>
        <source>Both may be left as they are: learners can add their names and choose a language later.</source>
        <translation>Les deux peuvent rester tels quels : les apprenants pourront ajouter leur nom et choisir une langue plus tard.</translation>
    </message>
    <message>
        <source>Almaz
Bekele</source>
        <translation>Almaz
Bekele</translation>
    </message>
    <message>
        <source>Names of learners, one on each line</source>
        <translation>Noms des apprenants, un par ligne</translation>
    </message>
    <message>
        <source>They are made when the program is started from the kit for the first time.</source>
        <translation>Ils sont créés quand le programme est démarré depuis le kit pour la première fois.</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Language of the program and of the printed sheet</source>
        <translation>Langue du programme et de la feuille à imprimer</translation>
    </message>
    <message>
        <source>Each person can choose another one.</source>
        <translation>Chaque personne peut en choisir une autre.</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Ce qui quitte cet ordinateur</translation>
    </message>
    <message>
        <source>The text that leaves</source>
        <translation>Le texte qui part</translation>
    </message>
    <message>
        <source>Attached: {files}</source>
        <translation>Joint : {files}</translation>
    </message>
    <message>
        <source>Only the names leave: {files}. Upload these files separately, or choose a packet.</source>
        <translation>Seuls les noms partent : {files}. Envoyez ces fichiers à part, ou choisissez un paquet.</translation>
    </message>
</context>
<context>
    <name>LengthLabel</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>aim for {least}–{most}</source>
        <translation>objectif : {least}–{most}</translation>
    </message>
    <message>
        <source>aim for at least {least}</source>
        <translation>objectif : au moins {least}</translation>
    </message>
    <message>
        <source>aim for at most {most}</source>
        <translation>objectif : au plus {most}</translation>
    </message>
    <message numerus="yes">
        <source>%n more to go</source>
        <translation>
            <numerusform>encore %n</numerusform>
            <numerusform>encore %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%n de trop</numerusform>
            <numerusform>%n de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>good length</source>
        <translation>bonne longueur</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use this link</source>
        <translation>Utiliser ce lien</translation>
    </message>
    <message>
        <source>Please give an address that begins with https://, http:// or mailto:.</source>
        <translation>Donnez une adresse qui commence par https://, http:// ou mailto:.</translation>
    </message>
</context>
<context>
    <name>LinksCard</name>
    <message>
        <source>Read more (needs the internet)</source>
        <translation>Pour en savoir plus (avec Internet)</translation>
    </message>
</context>
<context>
    <name>LoneTranscript</name>
    <message>
        <source>The recording is not in this course file; this is what is said in it.</source>
        <translation>L’enregistrement n’est pas dans ce fichier de cours ; voici ce qui y est dit.</translation>
    </message>
</context>
<context>
    <name>LookStep</name>
    <message>
        <source>Whose is it?</source>
        <translation>De qui vient-il ?</translation>
    </message>
    <message>
        <source>Your name, colour and picture are shown in the window. All of it may be left empty.</source>
        <translation>Votre nom, votre couleur et votre image sont montrés dans la fenêtre. Tout peut rester vide.</translation>
    </message>
    <message>
        <source>For example: Hill Clinic Training Centre</source>
        <translation>Par exemple : Centre de formation de la Colline</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Images (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>PNG or JPEG, 1 MB and 2000 pixels wide at most.</source>
        <translation>PNG ou JPEG, 1 Mo et 2000 pixels de large au plus.</translation>
    </message>
    <message>
        <source>Rules (policy.toml)</source>
        <translation>Règles (policy.toml)</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>Règles (*.toml)</translation>
    </message>
    <message>
        <source>What the program may do; ask the person who looks after your computers.</source>
        <translation>Ce que le programme peut faire ; demandez à la personne qui s’occupe de vos ordinateurs.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Made lighter or darker where it could not be read otherwise, as shown here.</source>
        <translation>Éclaircie ou foncée là où elle ne pourrait pas être lue, comme montré ici.</translation>
    </message>
    <message>
        <source>This is no colour such as #1a5fb4; it is left out.</source>
        <translation>Ce n’est pas une couleur comme #1a5fb4 ; elle est laissée de côté.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Course Player</source>
        <translation>Course Player</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>MakingPanel</name>
    <message>
        <source>Leave the stick plugged in until the kit is done.</source>
        <translation>Laissez la clé branchée jusqu’à ce que le kit soit terminé.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping, and taking away what was written…</source>
        <translation>Arrêt, et retrait de ce qui a été écrit…</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>There is no transcript.</source>
        <translation>Il n’y a pas de transcription.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Your name keeps your place, notes and assignment apart from those of others who use this computer. A PIN can be set later. Only what you export leaves this computer.</source>
        <translation>Votre nom sépare votre place, vos notes et votre devoir de ceux des autres personnes qui utilisent cet ordinateur. Un code PIN peut être défini plus tard. Seul ce que vous exportez quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For example: Almaz</source>
        <translation>Par exemple : Almaz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Enregistrer le nom</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>Set a PIN for {name}</source>
        <translation>Définir un code PIN pour {name}</translation>
    </message>
    <message>
        <source>With a PIN, nobody else on this computer can read your texts, notes and attached files. Your name, your progress and how much you wrote can still be seen.</source>
        <translation>Avec un code PIN, personne d’autre sur cet ordinateur ne peut lire vos textes, vos notes et vos fichiers joints. Votre nom, votre progression et la longueur de vos textes restent visibles.</translation>
    </message>
    <message>
        <source>Backups are locked too. Files that you exported or copied elsewhere before are not. A long PIN is safer than a short one.</source>
        <translation>Les sauvegardes sont verrouillées aussi. Les fichiers exportés ou copiés ailleurs auparavant ne le sont pas. Un code long est plus sûr qu’un code court.</translation>
    </message>
    <message>
        <source>You will get a recovery key, for the day when you forget the PIN. If both are lost, nobody can open your texts, not even the person who looks after this computer.</source>
        <translation>Vous recevrez une clé de secours, pour le jour où vous oublierez le code. Si les deux sont perdus, personne ne peut ouvrir vos textes, pas même la personne qui s’occupe de cet ordinateur.</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>Afficher le code PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Définir le code PIN</translation>
    </message>
    <message>
        <source>Your texts and the backups are being locked. This can take a minute.</source>
        <translation>Vos textes et les sauvegardes sont en cours de verrouillage. Cela peut prendre une minute.</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>The course is read through once, to be sure that it is whole: {percent} %</source>
        <translation>Le cours est lu une fois en entier, pour s’assurer qu’il est intact : {percent} %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Weeks and steps of the course</source>
        <translation>Semaines et étapes du cours</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>PinPresenter</name>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Enregistrer la clé de secours</translation>
    </message>
    <message>
        <source>Course Player: recovery key of {name}, {day}</source>
        <translation>Course Player : clé de secours de {name}, {day}</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>Where is it made?</source>
        <translation>Où le faire ?</translation>
    </message>
    <message>
        <source>Other files that are there stay. The kit is read back and compared after it is written.</source>
        <translation>Les autres fichiers qui s’y trouvent restent. Le kit est relu et comparé après son écriture.</translation>
    </message>
    <message>
        <source>Stick, folder or file</source>
        <translation>Clé, dossier ou fichier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Look for sticks</source>
        <translation>Chercher des clés</translation>
    </message>
    <message>
        <source>Plugged in now:</source>
        <translation>Branchées en ce moment :</translation>
    </message>
    <message>
        <source>No stick is plugged in now.</source>
        <translation>Aucune clé n’est branchée en ce moment.</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip forward and back by</source>
        <translation>Avancer et reculer de</translation>
    </message>
    <message>
        <source>As the course</source>
        <translation>Comme le cours</translation>
    </message>
    <message>
        <source>Transcript language</source>
        <translation>Langue de la transcription</translation>
    </message>
    <message>
        <source>Show captions on the picture</source>
        <translation>Afficher les sous-titres sur l’image</translation>
    </message>
    <message>
        <source>Let the transcript follow the video</source>
        <translation>La transcription suit la vidéo</translation>
    </message>
    <message>
        <source>On a shared computer</source>
        <translation>Sur un ordinateur partagé</translation>
    </message>
    <message>
        <source>Ask who is there after</source>
        <translation>Demander qui est là après</translation>
    </message>
    <message>
        <source>What is kept about me…</source>
        <translation>Ce qui est conservé sur moi…</translation>
    </message>
    <message>
        <source>See, export or delete everything that is kept about you</source>
        <translation>Voir, exporter ou supprimer tout ce qui est conservé sur vous</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Où tout est conservé</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the folder: {what}</source>
        <translation>Afficher le dossier : {what}</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Copies de secours…</translation>
    </message>
    <message>
        <source>Copies made every half hour of work, and the way back to one</source>
        <translation>Des copies faites à chaque demi-heure de travail, et le moyen d’y revenir</translation>
    </message>
    <message>
        <source>the person who looks after this computer</source>
        <translation>la personne qui s’occupe de cet ordinateur</translation>
    </message>
    <message>
        <source>Set by {who}; it cannot be changed here.</source>
        <translation>Réglé par {who} ; ne peut pas être modifié ici.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Question {number} of {total}</source>
        <translation>Question {number} sur {total}</translation>
    </message>
    <message>
        <source>More than one answer is right.</source>
        <translation>Plusieurs réponses sont justes.</translation>
    </message>
    <message>
        <source>Check my answer</source>
        <translation>Vérifier ma réponse</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Yes, that is right.</source>
        <translation>Oui, c’est juste.</translation>
    </message>
    <message>
        <source>Not quite. Read why, then try again.</source>
        <translation>Pas tout à fait. Lisez pourquoi, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>QuizPanel</name>
    <message>
        <source>This is practice. Nothing is scored or kept; try as often as you like.</source>
        <translation>C’est un entraînement. Rien n’est noté ni conservé ; essayez autant de fois que vous voulez.</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quote from the course</source>
        <translation>Citer le cours</translation>
    </message>
    <message>
        <source>Choose one line or several. The quote carries its place, and a click on it leads there.</source>
        <translation>Choisissez une ou plusieurs lignes. La citation garde son emplacement, et un clic dessus y ramène.</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Trouver des mots</translation>
    </message>
    <message>
        <source>Reading the transcripts…</source>
        <translation>Lecture des transcriptions…</translation>
    </message>
    <message>
        <source>Lines of the transcripts</source>
        <translation>Lignes des transcriptions</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Insert the quote</source>
        <translation>Insérer la citation</translation>
    </message>
    <message>
        <source>No step of this course has a transcript.</source>
        <translation>Aucune étape de ce cours n’a de transcription.</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>Rien n’a été trouvé. Essayez avec moins de mots ou d’autres mots.</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyDialog</name>
    <message>
        <source>The recovery key</source>
        <translation>La clé de secours</translation>
    </message>
    <message>
        <source>The PIN is set</source>
        <translation>Le code PIN est défini</translation>
    </message>
    <message>
        <source>These could not be locked and may still show your words. Ask the person who looks after this computer:</source>
        <translation>Ceci n’a pas pu être verrouillé et peut encore montrer vos textes. Demandez à la personne qui s’occupe de cet ordinateur :</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Je l’ai notée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The key is in {file}. Keep it away from this computer, for example on a stick.</source>
        <translation>La clé est dans {file}. Gardez-la loin de cet ordinateur, par exemple sur une clé USB.</translation>
    </message>
    <message>
        <source>Recovery key: {key}</source>
        <translation>Clé de secours : {key}</translation>
    </message>
    <message>
        <source>It opens the texts of {name} when the PIN is forgotten. It is shown only now. Write it down, or give it to your trainer, and do not leave it beside this computer.</source>
        <translation>Elle ouvre les textes de {name} quand le code PIN est oublié. Elle n’est montrée que maintenant. Notez-la ou confiez-la à votre formateur, et ne la laissez pas près de cet ordinateur.</translation>
    </message>
    <message>
        <source>The key is copied. Paste it where others on this computer cannot read it.</source>
        <translation>La clé est copiée. Collez-la là où les autres utilisateurs de cet ordinateur ne peuvent pas la lire.</translation>
    </message>
</context>
<context>
    <name>RescueCopies</name>
    <message>
        <source>This is a copy of a text that could not be saved in Course Player at {time}. When Course Player starts again it offers to put it back.</source>
        <translation>Ceci est la copie d’un texte qui n’a pas pu être enregistré dans Course Player à {time}. Au prochain démarrage, Course Player proposera de le remettre en place.</translation>
    </message>
    <message>
        <source>A copy is in the folder {folder}.</source>
        <translation>Une copie se trouve dans le dossier {folder}.</translation>
    </message>
    <message>
        <source>A copy is in the folder {folder} until this computer is switched off.</source>
        <translation>Une copie se trouve dans le dossier {folder} jusqu’à ce que cet ordinateur soit éteint.</translation>
    </message>
</context>
<context>
    <name>RescuedTextDialog</name>
    <message>
        <source>Rescued text</source>
        <translation>Texte sauvé</translation>
    </message>
    <message>
        <source>The rescued text</source>
        <translation>Le texte sauvé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keep it as a file</source>
        <translation>Le garder comme fichier</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Le remettre en place</translation>
    </message>
</context>
<context>
    <name>RescuedTexts</name>
    <message>
        <source>{text} could not be saved then and was rescued. Put it back, look at it, or keep it as a file.</source>
        <translation>{text} : ce texte n’avait pas pu être enregistré et a été sauvé. Remettez-le en place, regardez-le, ou gardez-le comme fichier.</translation>
    </message>
    <message>
        <source>What is in Course Player now was written later.</source>
        <translation>Ce qui est maintenant dans Course Player a été écrit plus tard.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Le remettre en place</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <source>Keep it as a file</source>
        <translation>Le garder comme fichier</translation>
    </message>
    <message>
        <source>An assignment from {time}</source>
        <translation>Un devoir du {time}</translation>
    </message>
    <message>
        <source>An answer from {time}</source>
        <translation>Une réponse du {time}</translation>
    </message>
    <message>
        <source>A note from {time}</source>
        <translation>Une note du {time}</translation>
    </message>
    <message>
        <source>A review from {time}</source>
        <translation>Une relecture du {time}</translation>
    </message>
    <message>
        <source>The text stays in {file}.</source>
        <translation>Le texte reste dans {file}.</translation>
    </message>
    <message>
        <source>The text is back; what was there before is in its list of versions.</source>
        <translation>Le texte est de retour ; ce qui s’y trouvait avant est dans la liste de ses versions.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Kits that were made</source>
        <translation>Kits qui ont été faits</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>En faire un autre</translation>
    </message>
    <message>
        <source>At another place…</source>
        <translation>À un autre endroit…</translation>
    </message>
    <message>
        <source>Save the printed sheet…</source>
        <translation>Enregistrer la feuille à imprimer…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Change the kit</source>
        <translation>Modifier le kit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>RichEditor</name>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>Ctrl+click opens {address}</source>
        <translation>Ctrl+clic ouvre {address}</translation>
    </message>
    <message>
        <source>Click to go to this place in the course</source>
        <translation>Cliquez pour aller à cet endroit du cours</translation>
    </message>
    <message>
        <source>Go to this place in the course</source>
        <translation>Aller à cet endroit du cours</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Ouvrir le lien</translation>
    </message>
</context>
<context>
    <name>SafetyPresenter</name>
    <message>
        <source>The backup is restored. What was there before is kept as {file}; it is among the backups.</source>
        <translation>La sauvegarde est restaurée. Ce qui était là avant est gardé sous le nom {file} ; vous le trouvez parmi les sauvegardes.</translation>
    </message>
    <message>
        <source>The file with everything written on this computer is not there any more, so a new one was begun. What it held may be in the backups.</source>
        <translation>Le fichier qui contenait tout ce qui a été écrit sur cet ordinateur n’est plus là, un nouveau a donc été commencé. Ce qu’il contenait se trouve peut-être dans les sauvegardes.</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Copies de secours…</translation>
    </message>
    <message>
        <source>Show the damaged file</source>
        <translation>Montrer le fichier abîmé</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texte</numerusform>
            <numerusform>%n textes</numerusform>
        </translation>
    </message>
    <message>
        <source>The file with everything written on this computer was damaged; {texts} came back.</source>
        <translation>Le fichier de tout ce qui a été écrit sur cet ordinateur était abîmé ; récupéré : {texts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are as they were in the backup of {when}.</source>
        <translation>
            <numerusform>%n d’entre eux est tel qu’il était dans la copie de secours du {when}.</numerusform>
            <numerusform>%n d’entre eux sont tels qu’ils étaient dans la copie de secours du {when}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) whose owner is unknown are in files beside it.</source>
        <translation>
            <numerusform>%n texte, on ne sait de qui, est dans un fichier à côté.</numerusform>
            <numerusform>%n textes, on ne sait de qui, sont dans des fichiers à côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some things could not be read; look for them in the backups.</source>
        <translation>Certaines choses n’ont pas pu être lues ; cherchez-les dans les copies de secours.</translation>
    </message>
    <message>
        <source>The damaged file is kept, untouched.</source>
        <translation>Le fichier abîmé est gardé tel quel.</translation>
    </message>
    <message>
        <source>What was there before a backup was restored</source>
        <translation>Ce qui était là avant la restauration d’une sauvegarde</translation>
    </message>
    <message>
        <source>People: {names}</source>
        <translation>Personnes : {names}</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Devoir</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relecture</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré : {time}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Change the words</source>
        <translation>Changer les mots</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”</source>
        <translation>Rien n’a été trouvé pour « {words} »</translation>
    </message>
    <message>
        <source>Try fewer letters or another word. Accents do not matter.</source>
        <translation>Essayez avec moins de lettres ou un autre mot. Les accents ne comptent pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) for “{words}”</source>
        <translation>
            <numerusform>%n passage pour « {words} »</numerusform>
            <numerusform>%n passages pour « {words} »</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n places for “{words}”</source>
        <translation>
            <numerusform>Le %n premier passage pour « {words} »</numerusform>
            <numerusform>Les %n premiers passages pour « {words} »</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching for “{words}”…</source>
        <translation>Recherche de « {words} »…</translation>
    </message>
    <message>
        <source>The search does not work now</source>
        <translation>La recherche ne fonctionne pas en ce moment</translation>
    </message>
</context>
<context>
    <name>SearchPresenter</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>{position} of {duration}</source>
        <translation>{position} sur {duration}</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Your courses</source>
        <translation>Vos cours</translation>
    </message>
    <message>
        <source>Open a course file…</source>
        <translation>Ouvrir un fichier de cours…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Look for courses on this computer and on USB sticks</source>
        <translation>Chercher des cours sur cet ordinateur et sur les clés USB</translation>
    </message>
    <message>
        <source>No course was found yet</source>
        <translation>Aucun cours trouvé pour l’instant</translation>
    </message>
    <message>
        <source>Plug in a USB stick that has a folder named “courses”, then choose “Look again”. Or choose “Open a course file…”, or drop a file that ends in .course here.</source>
        <translation>Branchez une clé USB qui contient un dossier nommé « courses », puis choisissez « Chercher à nouveau ». Ou choisissez « Ouvrir un fichier de cours… », ou déposez ici un fichier dont le nom finit par .course.</translation>
    </message>
</context>
<context>
    <name>ShelfPresenter</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>SignerPresenter</name>
    <message>
        <source>It is all right</source>
        <translation>C’est en ordre</translation>
    </message>
    <message>
        <source>When you opened this course before, {former} had signed it; this file is not signed. What you wrote is safe. Ask whoever gave you the file whether it is the right one.</source>
        <translation>Quand vous avez ouvert ce cours auparavant, {former} l’avait signé ; ce fichier n’est pas signé. Ce que vous avez écrit est en sécurité. Demandez à la personne qui vous a donné le fichier si c’est le bon.</translation>
    </message>
    <message>
        <source>When you opened this course before, {former} had signed it with another key; this one is signed by {now}. What you wrote is safe. Ask whoever gave you the file whether it is the right one.</source>
        <translation>Quand vous avez ouvert ce cours auparavant, {former} l’avait signé avec une autre clé ; celui-ci est signé par {now}. Ce que vous avez écrit est en sécurité. Demandez à la personne qui vous a donné le fichier si c’est le bon.</translation>
    </message>
</context>
<context>
    <name>SizeMeter</name>
    <message>
        <source>Needs about {size}</source>
        <translation>Demande environ {size}</translation>
    </message>
    <message>
        <source> ({kind})</source>
        <translation> ({kind})</translation>
    </message>
    <message>
        <source>Needs {size}, {free} free{where}</source>
        <translation>Demande {size}, {free} libres{where}</translation>
    </message>
    <message>
        <source>{size} of it may be there already</source>
        <translation>dont {size} peut-être déjà présents</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Mark as complete</source>
        <translation>Marquer comme terminée</translation>
    </message>
    <message>
        <source>Click to take the mark away</source>
        <translation>Cliquez pour enlever la marque</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédente</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
</context>
<context>
    <name>StepPresenter</name>
    <message>
        <source>This course has no assignment to put the quote into.</source>
        <translation>Ce cours n’a pas de devoir où mettre la citation.</translation>
    </message>
    <message>
        <source>Questions to keep in mind as you review</source>
        <translation>Questions à garder à l’esprit pendant votre relecture</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of this step cannot be shown, being damaged or too large; what you wrote is safe. Go on reading, or ask for a fresh copy of the course.</source>
        <translation>
            <numerusform>%n image de cette étape ne peut pas être affichée, car elle est endommagée ou trop grande ; ce que vous avez écrit est en sécurité. Continuez à lire, ou demandez une nouvelle copie du cours.</numerusform>
            <numerusform>%n images de cette étape ne peuvent pas être affichées, car elles sont endommagées ou trop grandes ; ce que vous avez écrit est en sécurité. Continuez à lire, ou demandez une nouvelle copie du cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>The quote is in your assignment, step {number}.</source>
        <translation>La citation est dans votre devoir, étape {number}.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
</context>
<context>
    <name>StepWriting</name>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Write what you think. Only you can see it here.</source>
        <translation>Écrivez ce que vous pensez. Ici, personne d’autre ne peut le voir.</translation>
    </message>
    <message>
        <source>Your review</source>
        <translation>Votre relecture</translation>
    </message>
    <message>
        <source>Write kindly and concretely. Only you can see it here.</source>
        <translation>Écrivez avec bienveillance et de façon concrète. Ici, personne d’autre ne peut le voir.</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Vos notes</translation>
    </message>
    <message>
        <source>Notes on this step. Only you can see them here.</source>
        <translation>Notes sur cette étape. Ici, personne d’autre ne peut les voir.</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>What was found on the stick</source>
        <translation>Ce qui a été trouvé sur la clé</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Course to copy</source>
        <translation>Cours à copier</translation>
    </message>
    <message>
        <source>Course:</source>
        <translation>Cours :</translation>
    </message>
    <message>
        <source>Make a clean copy of this course…</source>
        <translation>Faire une copie propre de ce cours…</translation>
    </message>
    <message>
        <source>How far the copy is</source>
        <translation>Avancement de la copie</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SticksPresenter</name>
    <message>
        <source>What was found…</source>
        <translation>Ce qui a été trouvé…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n chose</numerusform>
            <numerusform>%n choses</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick at {stick} holds what viruses leave on sticks ({things}). Course Player ran and opened none of it; courses can still be played here.</source>
        <translation>La clé {stick} contient ce que les virus laissent sur les clés ({things}). Course Player n’en a rien exécuté ni ouvert ; les cours peuvent toujours être suivis ici.</translation>
    </message>
    <message>
        <source>Not every course on the stick at {stick} is whole ({things}). Nothing was changed; copy those courses again from where they came from.</source>
        <translation>Tous les cours de la clé {stick} ne sont pas entiers ({things}). Rien n’a été modifié ; copiez à nouveau ces cours depuis leur source.</translation>
    </message>
    <message>
        <source>What was found on {stick}</source>
        <translation>Ce qui a été trouvé sur {stick}</translation>
    </message>
    <message>
        <source>None of it was run, opened or changed.</source>
        <translation>Rien de cela n’a été exécuté, ouvert ni modifié.</translation>
    </message>
    <message>
        <source>Do not open these things yourself. Take the courses to another stick as clean copies, and have this stick cleaned by the person who looks after the computer.</source>
        <translation>N’ouvrez pas ces fichiers vous-même. Emportez les cours sur une autre clé sous forme de copies propres, et faites nettoyer cette clé par la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>There is more on the stick than was looked at.</source>
        <translation>Il y a plus sur la clé que ce qui a été examiné.</translation>
    </message>
    <message>
        <source>A shortcut that stands for a folder or file of the same name</source>
        <translation>Un raccourci qui prend la place d’un dossier ou d’un fichier du même nom</translation>
    </message>
    <message>
        <source>A shortcut that runs commands</source>
        <translation>Un raccourci qui exécute des commandes</translation>
    </message>
    <message>
        <source>A file that lets Windows start a program by itself</source>
        <translation>Un fichier qui fait démarrer un programme tout seul par Windows</translation>
    </message>
    <message>
        <source>A program that pretends to be a folder or a document</source>
        <translation>Un programme qui se fait passer pour un dossier ou un document</translation>
    </message>
    <message>
        <source>A folder whose name cannot be seen, or that pretends to be something else</source>
        <translation>Un dossier dont le nom est invisible, ou qui se fait passer pour autre chose</translation>
    </message>
    <message>
        <source>A hidden file beside a course of the same name</source>
        <translation>Un fichier caché à côté d’un cours du même nom</translation>
    </message>
    <message>
        <source>A course that is not whole</source>
        <translation>Un cours incomplet</translation>
    </message>
    <message>
        <source>A file that calls itself a course and is none</source>
        <translation>Un fichier qui se dit cours et n’en est pas un</translation>
    </message>
    <message>
        <source>A course that is not as the list of checksums says</source>
        <translation>Un cours qui ne correspond pas à la liste des sommes de contrôle</translation>
    </message>
    <message>
        <source>A course that the list of checksums names and that is not here</source>
        <translation>Un cours que la liste des sommes de contrôle nomme et qui n’est pas là</translation>
    </message>
    <message>
        <source>Courses (*.course)</source>
        <translation>Cours (*.course)</translation>
    </message>
    <message>
        <source>Make a clean copy</source>
        <translation>Faire une copie propre</translation>
    </message>
    <message>
        <source>The course was checked and copied to {file}; the copy was read back and is sound.</source>
        <translation>Le cours a été vérifié et copié dans {file} ; la copie a été relue et elle est en bon état.</translation>
    </message>
    <message>
        <source>The copy was stopped; nothing of it is left.</source>
        <translation>La copie a été arrêtée ; il n’en reste rien.</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Follow along</source>
        <translation>Suivre la lecture</translation>
    </message>
    <message>
        <source>Language of the transcript</source>
        <translation>Langue de la transcription</translation>
    </message>
    <message>
        <source>Copy with time code</source>
        <translation>Copier avec le minutage</translation>
    </message>
    <message>
        <source>Quote in my assignment</source>
        <translation>Citer dans mon devoir</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Chercher dans la transcription</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Lire à partir d’ici</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>TranscriptText</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Up and Down choose a line, Enter plays from it, Ctrl+C copies it with its time.</source>
        <translation>Haut et Bas choisissent une ligne, Entrée lit à partir d’elle, Ctrl+C la copie avec son minutage.</translation>
    </message>
    <message>
        <source>Up and Down choose a line, Enter marks it, Ctrl+C copies it with its time.</source>
        <translation>Haut et Bas choisissent une ligne, Entrée la marque, Ctrl+C la copie avec son minutage.</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>{name} has a PIN</source>
        <translation>{name} a un code PIN</translation>
    </message>
    <message>
        <source>Type your PIN to open your texts.</source>
        <translation>Saisissez votre code PIN pour ouvrir vos textes.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>Afficher le code PIN</translation>
    </message>
    <message>
        <source>I forgot the PIN…</source>
        <translation>J’ai oublié le code PIN…</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Une autre personne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>UnsavedTexts</name>
    <message>
        <source>Your last words are being saved.</source>
        <translation>Vos derniers mots sont en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>Your last words are not saved yet.</source>
        <translation>Vos derniers mots ne sont pas encore enregistrés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>Mon texte</translation>
    </message>
    <message>
        <source>A copy was saved as {file}. The text itself is not saved in Course Player yet.</source>
        <translation>Une copie a été enregistrée sous {file}. Le texte lui-même n’est pas encore enregistré dans Course Player.</translation>
    </message>
</context>
<context>
    <name>VeilPage</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Still {name}?</source>
        <translation>Toujours {name} ?</translation>
    </message>
    <message>
        <source>Your place is kept.</source>
        <translation>Votre place est gardée.</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>Qui est là ?</translation>
    </message>
    <message>
        <source>Whose are the last minutes?</source>
        <translation>À qui sont les dernières minutes ?</translation>
    </message>
    <message>
        <source>Since it was last certain that {name} learns, this was done:</source>
        <translation>Depuis le dernier moment où il était sûr que c’était {name}, voici ce qui a été fait :</translation>
    </message>
    <message>
        <source>{name} keeps every earlier version. You can undo this.</source>
        <translation>{name} garde toutes les versions précédentes. Vous pouvez annuler ceci.</translation>
    </message>
    <message>
        <source>Moving them needs the PIN of {name}.</source>
        <translation>Pour les déplacer, il faut le code PIN de {name}.</translation>
    </message>
    <message>
        <source>Move to {name}</source>
        <translation>Donner à {name}</translation>
    </message>
    <message>
        <source>Leave with {name}</source>
        <translation>Laisser à {name}</translation>
    </message>
    <message>
        <source>Your place is kept, and what you wrote is saved.</source>
        <translation>Votre place est gardée, et ce que vous avez écrit est enregistré.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>Pas moi</translation>
    </message>
    <message>
        <source>Or a new name:</source>
        <translation>Ou un nouveau nom :</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For example: Almaz</source>
        <translation>Par exemple : Almaz</translation>
    </message>
    <message>
        <source>Start with this name</source>
        <translation>Commencer avec ce nom</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>VeilPresenter</name>
    <message>
        <source>The last minutes are {name}'s now.</source>
        <translation>Les dernières minutes reviennent maintenant à {name}.</translation>
    </message>
    <message>
        <source>Undo the move</source>
        <translation>Annuler le déplacement</translation>
    </message>
    <message>
        <source>The last minutes are back where they were.</source>
        <translation>Les dernières minutes sont de nouveau là où elles étaient.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of your text</source>
        <translation>Versions de votre texte</translation>
    </message>
    <message>
        <source>No version is ever deleted. Restoring one keeps your present text here.</source>
        <translation>Aucune version n’est jamais supprimée. Si vous en rétablissez une, votre texte actuel reste ici.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>The text of this version</source>
        <translation>Le texte de cette version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Rétablir cette version</translation>
    </message>
    <message>
        <source>Nothing has been saved yet: begin to write.</source>
        <translation>Rien n’est encore enregistré : commencez à écrire.</translation>
    </message>
    <message>
        <source>saved while writing</source>
        <translation>enregistrée pendant l’écriture</translation>
    </message>
    <message>
        <source>saved on leaving</source>
        <translation>enregistrée en quittant</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportée</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>rétablie</translation>
    </message>
    <message>
        <source>moved from or to another learner</source>
        <translation>déplacé depuis ou vers une autre personne</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>present text</source>
        <translation>texte actuel</translation>
    </message>
</context>
<context>
    <name>WindowPresenter</name>
    <message>
        <source>This link leads to the internet: {address}</source>
        <translation>Ce lien mène sur Internet : {address}</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>You go on as {name}. If that is not you, choose your name at the top of the window.</source>
        <translation>Vous continuez en tant que {name}. Si ce n’est pas vous, choisissez votre nom en haut de la fenêtre.</translation>
    </message>
    <message>
        <source>Courses (*.course)</source>
        <translation>Cours (*.course)</translation>
    </message>
    <message>
        <source>Open a course file</source>
        <translation>Ouvrir un fichier de cours</translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>That is more than fits into one text, so nothing was pasted. Copy a part of it and paste that.</source>
        <translation>C’est plus qu’un texte ne peut contenir : rien n’a été collé. Copiez-en une partie et collez-la.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>Mon texte</translation>
    </message>
    <message>
        <source>A copy was saved as {file}. The text itself is not saved in Course Player yet.</source>
        <translation>Une copie a été enregistrée sous {file}. Le texte lui-même n’est pas encore enregistré dans Course Player.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
</context>
<context>
    <name>WritingSheet</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
</context>
<context>
    <name>_ChoiceRow</name>
    <message>
        <source>Right.</source>
        <translation>Juste.</translation>
    </message>
    <message>
        <source>Not right.</source>
        <translation>Pas juste.</translation>
    </message>
    <message>
        <source>Rightly not chosen.</source>
        <translation>Non choisie, avec raison.</translation>
    </message>
    <message>
        <source>This is right too, but was not chosen.</source>
        <translation>C’est juste aussi, mais vous ne l’avez pas choisie.</translation>
    </message>
</context>
<context>
    <name>_TwiceDialog</name>
    <message>
        <source>New PIN: 6 or more digits or letters</source>
        <translation>Nouveau code : 6 signes au moins</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>Le nouveau code encore une fois</translation>
    </message>
    <message>
        <source>The two new PINs are not the same; nothing was changed. Type both again.</source>
        <translation>Les deux nouveaux codes ne sont pas identiques ; rien n’a été modifié. Saisissez-les de nouveau tous les deux.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{file} does not end in .course, so nothing was built; nothing was changed. Give the course a name such as my-course.course.</source>
        <translation>Le nom {file} ne finit pas par .course : rien n’a été construit, rien n’a été modifié. Donnez au cours un nom comme mon-cours.course.</translation>
    </message>
    <message>
        <source>The course was not built; nothing was changed. Mend this and try again: {first}</source>
        <translation>Le cours n’a pas été construit ; rien n’a été modifié. Corrigez ceci et réessayez : {first}</translation>
    </message>
    <message>
        <source>The course was not built; nothing was changed. Mend this and {more} more (inspect lists them all) and try again: {first}</source>
        <translation>Le cours n’a pas été construit ; rien n’a été modifié. Corrigez ceci et {more} de plus (inspect les montre tous), puis réessayez : {first}</translation>
    </message>
    <message>
        <source>{file} is a finished course already, so there is nothing to build; nothing was changed. Open it, or give the folder it was made from.</source>
        <translation>{file} est déjà un cours terminé : il n’y a rien à construire, rien n’a été modifié. Ouvrez-le, ou donnez le dossier à partir duquel il a été fait.</translation>
    </message>
    <message>
        <source>{file} is a video or sound alone, not a course; nothing was changed. Put it into a course folder beside a text file of the same name.</source>
        <translation>{file} est une vidéo ou un son seul, pas un cours ; rien n’a été modifié. Mettez-le dans un dossier de cours, à côté d’un fichier texte du même nom.</translation>
    </message>
    <message>
        <source>{file} is a packed (zip) file, not a course; nothing was changed. Unpack it, and give the folder that comes out.</source>
        <translation>{file} est un fichier compressé (zip), pas un cours ; rien n’a été modifié. Décompressez-le, puis donnez le dossier qui en sort.</translation>
    </message>
    <message>
        <source>The folder {file} holds neither a course.toml nor course pages saved as text (.txt); nothing was changed. Choose the folder in which course.toml lies.</source>
        <translation>Le dossier {file} ne contient ni course.toml ni pages de cours enregistrées en texte (.txt) ; rien n’a été modifié. Choisissez le dossier où se trouve course.toml.</translation>
    </message>
    <message>
        <source>{file} is not a course page: it has neither times such as “Skip to 0 minutes and 5 seconds” nor the name of a course; nothing was changed. Choose a saved page, a subtitle file or a course folder.</source>
        <translation>{file} n’est pas une page de cours : il ne contient ni repères de temps comme « Skip to 0 minutes and 5 seconds », ni le nom d’un cours ; rien n’a été modifié. Choisissez une page enregistrée, un fichier de sous-titres ou un dossier de cours.</translation>
    </message>
    <message>
        <source>{file} is not a text file, so nothing was read from it; nothing was changed. Choose a subtitle or text file.</source>
        <translation>{file} n’est pas un fichier texte : rien n’y a été lu, rien n’a été modifié. Choisissez un fichier de sous-titres ou un fichier texte.</translation>
    </message>
    <message>
        <source>{file} holds no words of a course step, so nothing was read from it; nothing was changed. Choose a page that was saved as text.</source>
        <translation>{file} ne contient pas le texte d’une étape de cours : rien n’y a été lu, rien n’a été modifié. Choisissez une page enregistrée en texte.</translation>
    </message>
    <message>
        <source>{file} is empty, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation>{file} est vide et ne donne aucune transcription ; rien n’a été modifié. Choisissez un autre fichier de sous-titres.</translation>
    </message>
    <message>
        <source>{file} holds no words with readable times, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation>{file} ne contient aucune parole avec un minutage lisible et ne donne donc aucune transcription ; rien n’a été modifié. Choisissez un autre fichier de sous-titres.</translation>
    </message>
    <message>
        <source>{file} is not a subtitle file of a known kind (WebVTT, SubRip, SBV, TTML, SubStation), so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} n’est pas un fichier de sous-titres d’un type connu (WebVTT, SubRip, SBV, TTML, SubStation) : rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is far larger than any subtitle file, so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} est beaucoup trop grand pour un fichier de sous-titres : rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is not a readable TTML subtitle file ({reason}), so nothing was read from it; nothing was changed. Save it again from the program that made it.</source>
        <translation>{file} n’est pas un fichier de sous-titres TTML lisible ({reason}) : rien n’y a été lu, rien n’a été modifié. Enregistrez-le de nouveau avec le programme qui l’a créé.</translation>
    </message>
    <message>
        <source>No course could be read from {source}; nothing was changed. Mend what is listed above and try again.</source>
        <translation>Aucun cours n’a pu être lu dans {source} ; rien n’a été modifié. Corrigez ce qui est indiqué plus haut et réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged in the places listed above; nothing was changed. Copy it again from where it came from, and keep this one until the copy is sound.</source>
        <translation>{file} est abîmé aux endroits indiqués plus haut ; rien n’a été modifié. Copiez-le de nouveau depuis son origine, et gardez celui-ci jusqu’à ce que la copie soit bonne.</translation>
    </message>
    <message>
        <source>{file} is sound, but it is not signed with key {key}. Ask whoever gave it to you.</source>
        <translation>{file} est intact, mais n’est pas signé avec la clé {key}. Demandez à la personne qui vous l’a donné.</translation>
    </message>
    <message>
        <source>This Course Player can play courses but not make them; nothing was changed. Add the trainer's tools (the package courseplayer-tools) and try again.</source>
        <translation>Ce Course Player peut lire des cours, mais pas en fabriquer ; rien n’a été modifié. Ajoutez les outils du formateur (le paquet courseplayer-tools) et recommencez.</translation>
    </message>
    <message>
        <source>Nobody has learned here yet, so there is nothing to export. Log in as the person who learned, or set COURSEPLAYER_HOME to the folder of their work.</source>
        <translation>Personne n’a encore appris ici : il n’y a rien à exporter. Ouvrez la session de la personne qui a appris, ou donnez à COURSEPLAYER_HOME le dossier de son travail.</translation>
    </message>
    <message>
        <source>Nobody called {name} learns on this computer, only: {names}. Give one of these names.</source>
        <translation>Personne du nom de {name} n’apprend sur cet ordinateur, seulement : {names}. Donnez l’un de ces noms.</translation>
    </message>
    <message>
        <source>Several people learn on this computer: {names}. Say whose text to export with --learner.</source>
        <translation>Plusieurs personnes apprennent sur cet ordinateur : {names}. Indiquez avec --learner le texte de qui vous voulez exporter.</translation>
    </message>
    <message>
        <source>There is no course {course} on this computer. Give the path of its .course file with --course.</source>
        <translation>Il n’y a pas de cours {course} sur cet ordinateur. Donnez le chemin de son fichier .course avec --course.</translation>
    </message>
    <message>
        <source>The course “{course}” has no step {step}. Give a number such as 6.1.</source>
        <translation>Le cours « {course} » n’a pas d’étape {step}. Donnez un numéro comme 6.1.</translation>
    </message>
    <message>
        <source>{name} has written nothing in step {step}, so there is nothing to export.</source>
        <translation>{name} n’a rien écrit à l’étape {step} : il n’y a rien à exporter.</translation>
    </message>
    <message>
        <source>{name} has written nothing in step {step} of the courses that were found here, so there is nothing to export. For a course that lies elsewhere, give the path of its .course file with --course.</source>
        <translation>{name} n’a rien écrit à l’étape {step} des cours trouvés ici, il n’y a donc rien à exporter. Pour un cours qui se trouve ailleurs, donnez le chemin de son fichier .course avec --course.</translation>
    </message>
    <message>
        <source>{name} has written in step {step} of several courses: {courses}. Say which with --course.</source>
        <translation>{name} a écrit à l’étape {step} de plusieurs cours : {courses}. Indiquez lequel avec --course.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} could not be written; what was there before is unchanged. Free some space and try again.</source>
        <translation>Le disque est plein : {file} n’a pas pu être écrit ; ce qui existait avant n’a pas changé. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>This computer does not allow access to {file}; nothing was changed. Choose another place or ask the person who looks after the computer.</source>
        <translation>Cet ordinateur n’autorise pas l’accès à {file} ; rien n’a été modifié. Choisissez un autre endroit ou demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>{file} was not found; nothing was changed. Check the name, or plug the stick in again.</source>
        <translation>{file} est introuvable ; rien n’a été modifié. Vérifiez le nom, ou rebranchez la clé USB.</translation>
    </message>
    <message>
        <source>{file} is larger than a file on this disk or stick can be (4 GB on many sticks); what was there before is unchanged. Use another disk, or a stick formatted as exFAT.</source>
        <translation>{file} dépasse la taille qu’un fichier peut avoir sur ce disque ou cette clé (4 Go sur beaucoup de clés) ; ce qui y était avant n’a pas été modifié. Utilisez un autre disque, ou une clé formatée en exFAT.</translation>
    </message>
    <message>
        <source>{file} could not be read or written ({reason}); nothing else was changed. Check the disk or stick and try again.</source>
        <translation>{file} n’a pas pu être lu ou écrit ({reason}) ; rien d’autre n’a été modifié. Vérifiez le disque ou la clé USB et réessayez.</translation>
    </message>
    <message>
        <source>A text of the course is too long or too deeply nested to be shown safely (more than {limit}); nothing was changed. Split it into several steps.</source>
        <translation>Un texte du cours est trop long ou trop imbriqué pour être affiché sans risque (plus de {limit}) ; rien n’a été modifié. Répartissez-le sur plusieurs étapes.</translation>
    </message>
    <message>
        <source>{file} is empty, so it holds no course. Copy it again from where you got it.</source>
        <translation>{file} est vide et ne contient donc aucun cours. Copiez-le de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a course file. Choose the file inside it.</source>
        <translation>{file} est un dossier, pas un fichier de cours. Choisissez le fichier qui est dedans.</translation>
    </message>
    <message>
        <source>{file} holds a web page instead of a course: the download did not work. Download or copy it again.</source>
        <translation>{file} contient une page web au lieu d’un cours : le téléchargement n’a pas marché. Téléchargez-le ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>{file} is a packed archive, not a course. Unpack it first and open the course file inside it.</source>
        <translation>{file} est une archive compressée, pas un cours. Décompressez-la d’abord, puis ouvrez le fichier de cours qui est dedans.</translation>
    </message>
    <message>
        <source>{file} is not a course, whatever its name says. Choose a file that was made as a course.</source>
        <translation>{file} n’est pas un cours, malgré son nom. Choisissez un fichier qui a été créé comme cours.</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a course. Choose a file that was made as a course.</source>
        <translation>{file} est une base de données d’un autre programme, pas un cours. Choisissez un fichier qui a été créé comme cours.</translation>
    </message>
    <message>
        <source>{file} was made with a newer version of Course Player. Update the program to open it; what you wrote stays as it is.</source>
        <translation>{file} a été créé avec une version plus récente de Course Player. Mettez le programme à jour pour l’ouvrir ; ce que vous avez écrit reste tel quel.</translation>
    </message>
    <message>
        <source>{file} is not complete: its end is missing, perhaps because copying was interrupted. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>{file} n’est pas complet : la fin manque, peut-être parce que la copie a été interrompue. Copiez-le de nouveau depuis son origine ; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>The texts in {file} are not as they were when the course was made. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>Les textes de {file} ne sont plus comme à la création du cours. Copiez-le de nouveau depuis son origine ; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>The signature in {file} does not fit its content: the course was changed after it was signed. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>La signature dans {file} ne va pas avec son contenu : le cours a été modifié après avoir été signé. Copiez-le de nouveau d’où vous l’avez eu ; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>{file} is damaged, so a part of the course cannot be shown; what you wrote is safe. Copy the course again from where you got it.</source>
        <translation>{file} est abîmé, et une partie du cours ne peut pas être affichée ; ce que vous avez écrit est en sécurité. Copiez le cours de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>A picture or file inside {file} is too large to be shown; the rest of the course works.</source>
        <translation>Une image ou un fichier contenu dans {file} est trop grand pour être affiché ; le reste du cours fonctionne.</translation>
    </message>
    <message>
        <source>This step is not in {file}; perhaps it belongs to another edition of the course.</source>
        <translation>Cette étape n’est pas dans {file} ; elle appartient peut-être à une autre édition du cours.</translation>
    </message>
    <message>
        <source>{address} ({place}) is not a whole web address, so the course was not written. Links begin with https://, http:// or mailto:.</source>
        <translation>{address} ({place}) n’est pas une adresse web complète : le cours n’a pas été écrit. Les liens commencent par https://, http:// ou mailto:.</translation>
    </message>
    <message>
        <source>{name} (step {step}) cannot be the name of a file on every computer, so the course was not written. Rename the file.</source>
        <translation>{name} (étape {step}) ne peut pas être un nom de fichier sur tous les ordinateurs : le cours n’a pas été écrit. Renommez le fichier.</translation>
    </message>
    <message>
        <source>A text of {place} is longer than {most} characters, so the course was not written; nothing was changed. Shorten it, or put it into the article of a step.</source>
        <translation>Un texte ({place}) dépasse {most} caractères : le cours n’a pas été écrit, rien n’a été modifié. Raccourcissez-le, ou mettez-le dans l’article d’une étape.</translation>
    </message>
    <message>
        <source>A time or number of {place} ({number}) is larger than a course can hold, so the course was not written; nothing was changed. Look for a slip in its source.</source>
        <translation>Un temps ou un nombre ({place} : {number}) est plus grand que ce qu’un cours peut contenir : le cours n’a pas été écrit, rien n’a été modifié. Cherchez une faute de frappe dans sa source.</translation>
    </message>
    <message>
        <source>There is more of one kind ({kind}) in {place} than a window can show (more than {rows}, or {characters} characters together), so the course was not written; nothing was changed. Divide it among several steps.</source>
        <translation>Il y a dans {place} plus d’éléments d’une même sorte ({kind}) qu’une fenêtre ne peut en montrer (plus de {rows}, ou {characters} caractères en tout) ; le cours n’a donc pas été écrit et rien n’a été changé. Répartissez-les sur plusieurs étapes.</translation>
    </message>
    <message>
        <source>A text of {place} holds halves of characters, so the course was not written; nothing was changed. Type that text or file name anew.</source>
        <translation>Un texte ({place}) contient des moitiés de caractères : le cours n’a pas été écrit, rien n’a été modifié. Retapez ce texte ou ce nom de fichier.</translation>
    </message>
    <message>
        <source>{source} changed while the course was being made, so no course was written. Start again.</source>
        <translation>{source} a changé pendant la création du cours : aucun cours n’a été écrit. Recommencez.</translation>
    </message>
    <message>
        <source>{file} could not be read back as it was written, so it was removed; what was there before is unchanged. The disk or stick may be failing: use another one.</source>
        <translation>{file} n’a pas pu être relu tel qu’il avait été écrit et a été supprimé ; ce qui existait avant n’a pas changé. Le disque ou la clé USB est peut-être défaillant : utilisez-en un autre.</translation>
    </message>
    <message>
        <source>{file} is open in a program and could not be replaced; it is unchanged. Close the course and try again.</source>
        <translation>{file} est ouvert dans un programme et n’a pas pu être remplacé ; il n’a pas changé. Fermez le cours et réessayez.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB and was not added; your text is unchanged. Make the file smaller, for example a picture with fewer details, and add it again.</source>
        <translation>{file} dépasse {limit} Mo et n’a pas été ajouté ; votre texte n’a pas changé. Réduisez le fichier, par exemple une image avec moins de détails, et ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>A text can have {limit} files at most, so {file} was not added; nothing else was changed. Remove a file first.</source>
        <translation>Un texte peut avoir au plus {limit} fichiers : {file} n’a pas été ajouté ; rien d’autre n’a été modifié. Retirez d’abord un fichier.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Course Player and has been left as it is; everything in it is safe. Install the newer Course Player to go on.</source>
        <translation>{file} a été écrit par une version plus récente de Course Player et a été laissé tel quel ; tout son contenu est en sécurité. Installez la version plus récente pour continuer.</translation>
    </message>
    <message>
        <source>{file} is not a file of Course Player and has been left as it is. Move it somewhere else, then start Course Player again.</source>
        <translation>{file} n’est pas un fichier de Course Player et a été laissé tel quel. Déplacez-le ailleurs, puis redémarrez Course Player.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more could be saved in {file}; what was saved before is safe. Free some space and try again.</source>
        <translation>Le disque est plein : rien de plus n’a pu être enregistré dans {file} ; ce qui était déjà enregistré est en sécurité. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>This computer does not allow writing to {file}; what was saved before is safe. Ask the person who looks after the computer.</source>
        <translation>Cet ordinateur n’autorise pas l’écriture dans {file} ; ce qui était déjà enregistré est en sécurité. Demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>Another program is using {file}, so this was not saved; what was saved before is safe. Close other windows of Course Player and try again.</source>
        <translation>Un autre programme utilise {file} : l’enregistrement n’a pas eu lieu ; ce qui était déjà enregistré est en sécurité. Fermez les autres fenêtres de Course Player et réessayez.</translation>
    </message>
    <message>
        <source>{file}, which holds what was written on this computer, is damaged and has been left as it is. Do not delete it: keep a copy and ask the person who looks after the computer.</source>
        <translation>{file}, qui contient ce qui a été écrit sur cet ordinateur, est abîmé et a été laissé tel quel. Ne le supprimez pas : gardez-en une copie et demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>{file} could not be opened; nothing was changed. Check that the disk or stick is there and that you may write to that folder.</source>
        <translation>{file} n’a pas pu être ouvert ; rien n’a été modifié. Vérifiez que le disque ou la clé USB est là et que vous avez le droit d’écrire dans ce dossier.</translation>
    </message>
    <message>
        <source>{file} could not be read or written; what was saved before is safe. Check that the disk or stick is there and has space, then try again.</source>
        <translation>{file} n’a pas pu être lu ou écrit ; ce qui était déjà enregistré est en sécurité. Vérifiez que le disque ou la clé USB est là et qu’il reste de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk or stick that holds {file} is not there, so nothing more could be saved; what was saved before is safe on it. Plug that very stick in again, then try again.</source>
        <translation>Le disque ou la clé où se trouve {file} n’est plus là, rien de plus n’a donc pu être enregistré ; ce qui l’était déjà y est en sécurité. Rebranchez cette même clé, puis réessayez.</translation>
    </message>
    <message>
        <source>A name needs at least one letter; nothing was changed. Type your name.</source>
        <translation>Un nom doit avoir au moins une lettre ; rien n’a été modifié. Tapez votre nom.</translation>
    </message>
    <message>
        <source>A name can have {limit} characters at most; nothing was changed. Type a shorter name.</source>
        <translation>Un nom peut avoir au plus {limit} caractères ; rien n’a été modifié. Tapez un nom plus court.</translation>
    </message>
    <message>
        <source>Someone called {name} already learns here; nothing was changed. Choose that name in the list, or add something to yours.</source>
        <translation>Une personne du nom de {name} apprend déjà ici ; rien n’a été modifié. Choisissez ce nom dans la liste, ou ajoutez quelque chose au vôtre.</translation>
    </message>
    <message>
        <source>{file} is not a sound submission packet ({reason}); nothing was taken from it. Ask its writer to export it again.</source>
        <translation>{file} n’est pas un dossier d’envoi valable ({reason}) ; rien n’en a été repris. Demandez à son auteur de l’exporter de nouveau.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Course Player; nothing was taken from it. Update this Course Player to read it.</source>
        <translation>{file} a été créé par une version plus récente de Course Player ; rien n’en a été repris. Mettez Course Player à jour pour le lire.</translation>
    </message>
    <message>
        <source>A submission packet holds at most {files} files and {megabytes} MB, and this one would hold more; nothing was written. Take out some attachments, or hand them over separately.</source>
        <translation>Un dossier d’envoi contient au plus {files} fichiers et {megabytes} Mo, et celui-ci en contiendrait plus ; rien n’a été écrit. Retirez des pièces jointes, ou remettez-les à part.</translation>
    </message>
    <message>
        <source>Something went wrong inside Course Player ({fault}); everything that was saved is safe. You can go on; if it happens again, close the program, open it anew and pass on the file {log}.</source>
        <translation>Une erreur s’est produite dans Course Player ({fault}) ; tout ce qui était enregistré est en sécurité. Vous pouvez continuer ; si cela se reproduit, fermez le programme, rouvrez-le et transmettez le fichier {log}.</translation>
    </message>
    <message>
        <source>{file} is not a file that can be added; your text is unchanged. Choose another file.</source>
        <translation>{file} n’est pas un fichier qui peut être ajouté ; votre texte n’a pas changé. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} was not added, because your text could not be saved; both are unchanged. Save your text, then add the file again.</source>
        <translation>{file} n’a pas été ajouté, car votre texte n’a pas pu être enregistré ; les deux sont inchangés. Enregistrez votre texte, puis ajoutez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>Something went wrong inside Course Player; what you wrote is safe. Try again, and if it happens again restart the program and report it with the log.</source>
        <translation>Une erreur s’est produite dans Course Player ; ce que vous avez écrit est en sécurité. Réessayez ; si cela se reproduit, redémarrez le programme et signalez-le avec le journal.</translation>
    </message>
    <message>
        <source>This computer lacks a part that video and sound need ({part}); nothing is lost and the transcript works. Ask the person who looks after the computer to install it, then start the program again.</source>
        <translation>Il manque à cet ordinateur un composant nécessaire à la vidéo et au son ({part}) ; rien n’est perdu et la transcription fonctionne. Demandez à la personne qui s’occupe de l’ordinateur de l’installer, puis redémarrez le programme.</translation>
    </message>
    <message>
        <source>This Windows lacks its video parts; nothing is lost and the transcript works. Ask the person who looks after the computer to add the “Media Feature Pack” under Optional features, then start again.</source>
        <translation>Il manque à ce Windows ses composants vidéo ; rien n’est perdu et la transcription fonctionne. Demandez à la personne qui s’occupe de l’ordinateur d’ajouter le « Media Feature Pack » dans les fonctionnalités facultatives, puis redémarrez.</translation>
    </message>
    <message>
        <source>The video parts of this program are missing; nothing is lost and the transcript works. Install Course Player again to put them back.</source>
        <translation>Les composants vidéo de ce programme manquent ; rien n’est perdu et la transcription fonctionne. Installez Course Player de nouveau pour les remettre.</translation>
    </message>
    <message>
        <source>This computer cannot show the picture of this video; what you did is safe and the transcript works. Read on here, and tell your trainer that the video needs to be made as H.264.</source>
        <translation>Cet ordinateur ne peut pas afficher l’image de cette vidéo ; ce que vous avez fait est en sécurité et la transcription fonctionne. Continuez à lire ici, et dites à votre formateur que la vidéo doit être au format H.264.</translation>
    </message>
    <message>
        <source>The video cannot be read beyond {time}: the course file is damaged or its stick was unplugged; what you did is safe and the transcript works. Plug the stick in again, or ask for a fresh copy of the course.</source>
        <translation>La vidéo ne peut pas être lue après {time} : le fichier du cours est abîmé ou sa clé USB a été débranchée ; ce que vous avez fait est en sécurité et la transcription fonctionne. Rebranchez la clé USB, ou demandez une nouvelle copie du cours.</translation>
    </message>
    <message>
        <source>This medium is in a form that cannot be played here; what you did is safe and the transcript works. Read on here, and tell your trainer about it.</source>
        <translation>Cet enregistrement est dans un format qui ne peut pas être lu ici ; ce que vous avez fait est en sécurité et la transcription fonctionne. Continuez à lire ici, et signalez-le à votre formateur.</translation>
    </message>
    <message>
        <source>The course is not on this computer now; what you wrote is safe. Plug in the stick it came from, or open its file.</source>
        <translation>Le cours n’est pas sur cet ordinateur en ce moment ; ce que vous avez écrit est en sécurité. Branchez la clé USB d’où il vient, ou ouvrez son fichier.</translation>
    </message>
    <message>
        <source>This course has no step {number}; nothing was changed. Look up its number in the list of steps.</source>
        <translation>Ce cours n’a pas d’étape {number} ; rien n’a été modifié. Cherchez son numéro dans la liste des étapes.</translation>
    </message>
    <message>
        <source>{file} is far larger than any text of a course, so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} est beaucoup trop grand pour un texte de cours : rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Search is being prepared by another window; the course itself works. Try again in a moment.</source>
        <translation>Une autre fenêtre prépare la recherche ; le cours lui-même fonctionne. Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device, not a file, so nothing was written; nothing was changed. Give the name of a file.</source>
        <translation>{file} est un dossier ou un périphérique, pas un fichier : rien n’a été écrit, rien n’a été modifié. Donnez le nom d’un fichier.</translation>
    </message>
    <message>
        <source>Not every screen came, so pictures are missing in {folder}; nothing else was changed. Try again when the computer is less busy.</source>
        <translation>Certains écrans ne sont pas apparus : il manque des images dans {folder} ; rien d’autre n’a été modifié. Réessayez quand l’ordinateur sera moins occupé.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be read; what you have now is safe and unchanged. Choose another backup.</source>
        <translation>La copie de secours {file} ne peut pas être lue ; ce que vous avez maintenant est en sécurité et inchangé. Choisissez une autre copie.</translation>
    </message>
    <message>
        <source>Another window of Course Player is using {file} (opened by {who}, {since}), so nothing can be saved from this one; everything written there is safe. Go on in the other window, or close it and try again.</source>
        <translation>Une autre fenêtre de Course Player utilise {file} (ouverte par {who}, {since}), donc rien ne peut être enregistré depuis celle-ci ; tout ce qui y est écrit est en sécurité. Continuez dans l’autre fenêtre, ou fermez-la et réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged, so it was not installed; nothing was changed. Copy it again from where it came from.</source>
        <translation>{file} est abîmé et n’a donc pas été installé ; rien n’a été modifié. Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>The rules that were set for this computer have a fault ({places}); what was written is safe, but may not be shown until it is mended. Tell the person who looks after the computer.</source>
        <translation>Les règles fixées pour cet ordinateur ont un défaut ({places}) ; ce qui a été écrit est en sécurité, mais peut rester invisible jusqu’à la réparation. Prévenez la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>This was switched off by {who}; nothing was changed. Ask there if you need it.</source>
        <translation>Cette fonction a été désactivée par {who} ; rien n’a été modifié. Adressez-vous là si vous en avez besoin.</translation>
    </message>
    <message>
        <source>{file} is there already and was left as it is. Choose another name for the new key.</source>
        <translation>{file} existe déjà et a été laissé tel quel. Choisissez un autre nom pour la nouvelle clé.</translation>
    </message>
    <message>
        <source>The two passwords differ, so no key was made. Try again.</source>
        <translation>Les deux mots de passe sont différents, donc aucune clé n’a été faite. Réessayez.</translation>
    </message>
    <message>
        <source>Nobody could be asked for the password of the key, so nothing was done. Type the command in a terminal, or give the password in the variable {variable}.</source>
        <translation>Personne n’a pu être interrogé sur le mot de passe de la clé, donc rien n’a été fait. Tapez la commande dans un terminal, ou donnez le mot de passe dans la variable {variable}.</translation>
    </message>
    <message>
        <source>The name of the one who signs must have 1 to {most} characters on one line; nothing was signed. Give another one with --signer.</source>
        <translation>Le nom de la personne qui signe doit avoir de 1 à {most} caractères sur une ligne ; rien n’a été signé. Donnez-en un autre avec --signer.</translation>
    </message>
    <message>
        <source>{file} holds no public key for courses; nothing was changed. Choose a file that ends in .pub.</source>
        <translation>{file} ne contient pas de clé publique pour des cours ; rien n’a été modifié. Choisissez un fichier qui se termine par .pub.</translation>
    </message>
    <message>
        <source>{file} holds no key to sign with; nothing was changed. Choose a file that ends in .key.</source>
        <translation>{file} ne contient pas de clé pour signer ; rien n’a été modifié. Choisissez un fichier qui se termine par .key.</translation>
    </message>
    <message>
        <source>The password does not open {file}; nothing was signed. Try again with the right password.</source>
        <translation>Le mot de passe n’ouvre pas {file} ; rien n’a été signé. Réessayez avec le bon mot de passe.</translation>
    </message>
    <message>
        <source>{file} is not signed by anyone whose courses may be opened on this computer, so it was not opened. Ask the person who looks after the computer.</source>
        <translation>{file} n’est signé par personne dont les cours peuvent être ouverts sur cet ordinateur, donc il n’a pas été ouvert. Demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>Only sticks and folders can be made several times in a row; nothing was written. Leave --count out and copy the file that is made.</source>
        <translation>Seuls les clés et les dossiers peuvent être faits plusieurs fois de suite ; rien n’a été écrit. Omettez --count et copiez le fichier obtenu.</translation>
    </message>
    <message>
        <source>{file} is no list of names in UTF-8 text; nothing was written. Save it as plain text, a name on each line.</source>
        <translation>{file} n’est pas une liste de noms en texte UTF-8 ; rien n’a été écrit. Enregistrez-la en texte brut, un nom par ligne.</translation>
    </message>
    <message>
        <source>The name was not typed again, so nothing was deleted. Type {name} to delete everything.</source>
        <translation>Le nom n’a pas été saisi de nouveau, rien n’a donc été supprimé. Saisissez {name} pour tout supprimer.</translation>
    </message>
    <message>
        <source>What {name} wrote is locked with a PIN, so nothing was done. Give a file that holds the PIN with --pin-file, or type the command in a terminal, which asks for it.</source>
        <translation>Ce que {name} a écrit est verrouillé par un code PIN, donc rien n’a été fait. Donnez un fichier qui contient le code avec --pin-file, ou tapez la commande dans un terminal, qui le demande.</translation>
    </message>
    <message>
        <source>{file} is not a text file with a PIN, so nothing was done. Give another file.</source>
        <translation>{file} n’est pas un fichier texte avec un code PIN, donc rien n’a été fait. Donnez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is not a folder. Give the folder at which the stick appears.</source>
        <translation>{file} n’est pas un dossier. Indiquez le dossier où la clé apparaît.</translation>
    </message>
    <message>
        <source>{file} is damaged, so no copy was made; nothing was changed. Get the course from somewhere else.</source>
        <translation>{file} est endommagé, donc aucune copie n’a été faite ; rien n’a été modifié. Procurez-vous le cours ailleurs.</translation>
    </message>
    <message>
        <source>{file} is the course itself, so nothing was copied; nothing was changed. Choose another place.</source>
        <translation>{file} est le cours lui-même, donc rien n’a été copié ; rien n’a été modifié. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>A kit needs at least one course; nothing was written. Choose one.</source>
        <translation>Un kit a besoin d’au moins un cours ; rien n’a été écrit. Choisissez-en un.</translation>
    </message>
    <message>
        <source>{file} is damaged, so no kit was made; nothing was written. Copy it again from where it came from.</source>
        <translation>{file} est abîmé, aucun kit n’a donc été fait ; rien n’a été écrit. Copiez-le de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>{file} and {other} are two editions of the same course, so no kit was made; nothing was written. Choose one of them.</source>
        <translation>{file} et {other} sont deux éditions du même cours, aucun kit n’a donc été fait ; rien n’a été écrit. Choisissez l’une d’elles.</translation>
    </message>
    <message>
        <source>{file} is signed by none of the keys that the kit's policy names, so nobody could open it; nothing was written. Sign it with one of them, or take the rule “signers” out of the policy.</source>
        <translation>{file} n’est signé par aucune des clés que nomme la politique du kit, personne ne pourrait donc l’ouvrir ; rien n’a été écrit. Signez-le avec l’une d’elles, ou retirez la règle « signers » de la politique.</translation>
    </message>
    <message>
        <source>A Debian package can hold 10 GB at most, and this one would have {size} GB; nothing was written. Make several packages with fewer courses each.</source>
        <translation>Un paquet Debian peut contenir 10 Go au plus, et celui-ci en aurait {size} ; rien n’a été écrit. Faites plusieurs paquets avec moins de cours chacun.</translation>
    </message>
    <message>
        <source>{file} changed while the kit was being made, so the kit was not written; what was there before is unchanged. Make the kit again.</source>
        <translation>{file} a changé pendant la préparation du kit, le kit n’a donc pas été écrit ; ce qui existait avant n’a pas changé. Refaites le kit.</translation>
    </message>
    <message>
        <source>No ready Course Player for this kind of kit was given; nothing was written. Put the archive or setup program of Course Player into a folder “players” beside this program, or say where it is.</source>
        <translation>Aucun Course Player prêt pour ce genre de kit n’a été indiqué ; rien n’a été écrit. Mettez l’archive ou le programme d’installation de Course Player dans un dossier « players » à côté de ce programme, ou dites où il se trouve.</translation>
    </message>
    <message>
        <source>{file} cannot go into this kind of kit, or there are two for the same system; nothing was written. Choose one ready Course Player for each system.</source>
        <translation>{file} ne peut pas entrer dans ce genre de kit, ou il y en a deux pour le même système ; rien n’a été écrit. Choisissez un Course Player prêt pour chaque système.</translation>
    </message>
    <message>
        <source>A kit of courses alone has no program that could use a policy, names, a look or a language; nothing was written. Leave them out or choose another kind of kit.</source>
        <translation>Un kit de cours seuls n’a pas de programme qui pourrait utiliser une politique, des noms, une apparence ou une langue ; rien n’a été écrit. Omettez-les ou choisissez un autre genre de kit.</translation>
    </message>
    <message>
        <source>This cannot go into a kit: {reason}; nothing was written. Change it and try again.</source>
        <translation>Ceci ne peut pas entrer dans un kit : {reason} ; rien n’a été écrit. Modifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The policy {file} has a fault ({reason}), so no kit was made; nothing was written. Mend it and try again.</source>
        <translation>La politique {file} a un défaut ({reason}), aucun kit n’a donc été fait ; rien n’a été écrit. Corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>{file} cannot be the logo of a kit; nothing was written. Take a PNG or JPEG picture of 1 MB and 2000 pixels on each side at most.</source>
        <translation>{file} ne peut pas être le logo d’un kit ; rien n’a été écrit. Prenez une image PNG ou JPEG de 1 Mo et de 2000 pixels de côté au plus.</translation>
    </message>
    <message>
        <source>A kit cannot be called {name}; nothing was written. Use small letters a to z, digits and hyphens only.</source>
        <translation>Un kit ne peut pas s’appeler {name} ; rien n’a été écrit. N’utilisez que des lettres minuscules de a à z, des chiffres et des traits d’union.</translation>
    </message>
    <message>
        <source>{file} holds no Course Player that a kit could be made from; nothing was written. Take an archive, a setup program or an unpacked folder as the project hands them out.</source>
        <translation>{file} ne contient aucun Course Player dont on pourrait faire un kit ; rien n’a été écrit. Prenez une archive, un programme d’installation ou un dossier décompressé tels que le projet les fournit.</translation>
    </message>
    <message>
        <source>{file} is damaged, so no kit can be made from it; nothing was written. Copy it again from where it came from.</source>
        <translation>{file} est abîmé, on ne peut donc pas en faire de kit ; rien n’a été écrit. Copiez-le de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>{file} holds a file that cannot lie on every stick ({name}), so no kit was made from it. Take it as the project hands it out.</source>
        <translation>{file} contient un fichier qui ne peut pas se trouver sur toutes les clés ({name}), aucun kit n’en a donc été fait. Prenez-le tel que le projet le fournit.</translation>
    </message>
    <message>
        <source>{file} is no setup program or disk image of Course Player; nothing was written. Take it as the project hands it out.</source>
        <translation>{file} n’est ni un programme d’installation ni une image disque de Course Player ; rien n’a été écrit. Prenez-le tel que le projet le fournit.</translation>
    </message>
    <message>
        <source>{file} is not as its checksum in SHA256SUMS says, so no kit was made from it. Copy it again from where it came from.</source>
        <translation>{file} ne correspond pas à sa somme de contrôle dans SHA256SUMS, aucun kit n’en a donc été fait. Copiez-le de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>The kit needs {needed} MB, but {place} has {free} MB free; what was there before is unchanged. Free some space, take fewer courses, or use a larger stick.</source>
        <translation>Le kit a besoin de {needed} Mo, mais {place} n’a que {free} Mo libres ; ce qui existait avant n’a pas changé. Libérez de la place, prenez moins de cours, ou utilisez une clé plus grande.</translation>
    </message>
    <message>
        <source>{file} is larger than the 4 GB that a file on {place} can have; what was there before is unchanged. Format the stick as exFAT (this removes what is on it) and make the kit again.</source>
        <translation>{file} dépasse les 4 Go qu’un fichier peut avoir sur {place} ; ce qui existait avant n’a pas changé. Formatez la clé en exFAT (cela efface son contenu) et refaites le kit.</translation>
    </message>
    <message>
        <source>{file} could not be read back from {place} as it was written, so the kit was removed again; what was there before is unchanged. The stick may be failing: use another one.</source>
        <translation>{file} n’a pas pu être relu sur {place} tel qu’il avait été écrit, le kit a donc été retiré ; ce qui existait avant n’a pas changé. La clé est peut-être défaillante : utilisez-en une autre.</translation>
    </message>
    <message>
        <source>{file} stands where a file or folder of the kit has to be, and is something else; nothing was changed. Move it away or choose another folder.</source>
        <translation>{file} se trouve là où doit être un fichier ou un dossier du kit, et c’est autre chose ; rien n’a été modifié. Déplacez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{place} became full while the kit was being written; what was there before is unchanged. Free some space, take fewer courses, or use a larger stick.</source>
        <translation>{place} s’est rempli pendant l’écriture du kit ; ce qui existait avant n’a pas changé. Libérez de la place, prenez moins de cours, ou utilisez une clé plus grande.</translation>
    </message>
    <message>
        <source>{place} cannot be written to, so nothing was changed. Slide the lock on the side of the stick if it has one, or use another stick or folder.</source>
        <translation>{place} est protégé contre l’écriture, rien n’a donc été modifié. Déplacez le verrou sur le côté de la clé s’il y en a un, ou utilisez une autre clé ou un autre dossier.</translation>
    </message>
    <message>
        <source>{place} does not answer any more: the stick was pulled out or is failing, so the kit on it is not complete. Plug it in again and make the kit again.</source>
        <translation>{place} ne répond plus : la clé a été retirée ou est défaillante, le kit n’y est donc pas complet. Branchez-la de nouveau et refaites le kit.</translation>
    </message>
    <message>
        <source>{file} is open in a program and could not be replaced; what was there before is unchanged. Close Course Player and make the kit again.</source>
        <translation>{file} est ouvert dans un programme et n’a pas pu être remplacé ; ce qui existait avant n’a pas changé. Fermez Course Player et refaites le kit.</translation>
    </message>
    <message>
        <source>There is no stick at {place} yet. Plug in the next one.</source>
        <translation>Il n’y a pas encore de clé à {place}. Branchez la suivante.</translation>
    </message>
    <message>
        <source>The stick at {place} has this kit already. Pull it out and plug in the next one.</source>
        <translation>La clé à {place} a déjà ce kit. Retirez-la et branchez la suivante.</translation>
    </message>
    <message>
        <source>A PIN needs at least {limit} digits or letters; nothing was changed. Type a longer one.</source>
        <translation>Un code PIN compte au moins {limit} chiffres ou lettres ; rien n’a été modifié. Saisissez-en un plus long.</translation>
    </message>
    <message>
        <source>A PIN can have {limit} characters at most; nothing was changed. Type a shorter one.</source>
        <translation>Un code PIN compte au plus {limit} caractères ; rien n’a été modifié. Saisissez-en un plus court.</translation>
    </message>
    <message>
        <source>This PIN is the first that others would try; nothing was changed. Choose one that is not a row like 123456 or the same digit again and again.</source>
        <translation>Ce code PIN est le premier que d’autres essaieraient ; rien n’a été modifié. Choisissez-en un qui ne soit ni une suite comme 123456 ni le même chiffre répété.</translation>
    </message>
    <message>
        <source>This is the recovery key of somebody else, or an old one, so nothing was opened; everything written is safe. Look for the paper with this name and the newest date.</source>
        <translation>C’est la clé de secours d’une autre personne, ou une ancienne, donc rien n’a été ouvert ; tout ce qui est écrit est en sécurité. Cherchez le papier avec ce nom et la date la plus récente.</translation>
    </message>
    <message>
        <source>What is kept about this PIN is damaged, so it opens nothing; everything written is still there. Restore a backup, or ask the person who looks after the computer.</source>
        <translation>Ce qui est conservé sur ce code PIN est endommagé, il n’ouvre donc rien ; tout ce qui est écrit est encore là. Restaurez une sauvegarde, ou demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>This is not the PIN, so nothing was opened; everything written is safe. Type it again, or use the recovery key.</source>
        <translation>Ce n’est pas le code PIN, donc rien n’a été ouvert ; tout ce qui est écrit est en sécurité. Saisissez-le de nouveau, ou utilisez la clé de secours.</translation>
    </message>
    <message>
        <source>The PIN was wrong {failures} times, so the next try has to wait; everything written is safe. Try again in {seconds} seconds, or use the recovery key.</source>
        <translation>Le code PIN était faux {failures} fois, l’essai suivant doit donc attendre ; tout ce qui est écrit est en sécurité. Réessayez dans {seconds} secondes, ou utilisez la clé de secours.</translation>
    </message>
    <message>
        <source>There is no PIN here, so there was nothing to do; everything written is safe.</source>
        <translation>Il n’y a pas de code PIN ici, donc rien à faire ; tout ce qui est écrit est en sécurité.</translation>
    </message>
    <message>
        <source>There is a PIN already, so nothing was changed. To have another one, choose “Change the PIN”.</source>
        <translation>Il y a déjà un code PIN, donc rien n’a été modifié. Pour en avoir un autre, choisissez « Changer le code PIN ».</translation>
    </message>
    <message>
        <source>This is not a whole recovery key, so nothing was opened; everything written is safe. It has {groups} groups of 4 letters or digits: compare it with the paper, letter by letter.</source>
        <translation>Ce n’est pas une clé de secours complète, donc rien n’a été ouvert ; tout ce qui est écrit est en sécurité. Elle compte {groups} groupes de 4 lettres ou chiffres : comparez-la au papier, lettre par lettre.</translation>
    </message>
    <message>
        <source>This text could not be copied to another place either. Keep this window open until it is saved.</source>
        <translation>Ce texte n’a pas non plus pu être copié ailleurs. Laissez cette fenêtre ouverte jusqu’à ce qu’il soit enregistré.</translation>
    </message>
    <message>
        <source>Something you wrote cannot be opened with your PIN: the file was changed, or it belongs to an earlier PIN. It is kept as it is. Look in the backups, or ask the person who looks after the computer.</source>
        <translation>Quelque chose que vous avez écrit ne s’ouvre pas avec votre code PIN : le fichier a été modifié, ou cela appartient à un code plus ancien. C’est conservé tel quel. Cherchez dans les sauvegardes, ou demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>What {name} wrote is locked with a PIN; everything is safe. Type the PIN, or the recovery key, to open it.</source>
        <translation>Ce que {name} a écrit est verrouillé par un code PIN ; tout est en sécurité. Saisissez le code ou la clé de secours pour l’ouvrir.</translation>
    </message>
    <message>
        <source>These words are locked with a PIN, so no copy of them was written. Keep this window open, and type the PIN to go on.</source>
        <translation>Ces mots sont verrouillés par un code PIN, donc aucune copie n’en a été écrite. Gardez cette fenêtre ouverte et saisissez le code pour continuer.</translation>
    </message>
    <message>
        <source>This stick cannot be written, so what you do and write is kept on this computer, in {folder}; what was written on the stick before is safe there. To keep it on the stick, allow writing to it and start Course Player again.</source>
        <translation>Il n’est pas possible d’écrire sur cette clé, ce que vous faites et écrivez est donc gardé sur cet ordinateur, dans {folder} ; ce qui a été écrit auparavant sur la clé y est en sécurité. Pour le garder sur la clé, autorisez l’écriture et redémarrez Course Player.</translation>
    </message>
    <message>
        <source>Saving takes unusually long, so your last words may not be on the disk yet; what was saved before is safe. Go on writing, and check the disk, stick or network.</source>
        <translation>L’enregistrement prend plus de temps que d’habitude : vos derniers mots ne sont peut-être pas encore sur le disque ; ce qui avait été enregistré est en sécurité. Continuez à écrire, et vérifiez le disque, la clé ou le réseau.</translation>
    </message>
    <message>
        <source>{file} is a place that Course Player needs for itself, so nothing was written; nothing was changed. Give the name of another file.</source>
        <translation>Course Player a besoin de {file} pour lui-même : rien n’a été écrit ni modifié. Donnez le nom d’un autre fichier.</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Word document (.docx)</source>
        <translation>Document Word (.docx)</translation>
    </message>
    <message>
        <source>Opens in Word, LibreOffice and Google Docs.</source>
        <translation>S’ouvre dans Word, LibreOffice et Google Docs.</translation>
    </message>
    <message>
        <source>OpenDocument (.odt)</source>
        <translation>OpenDocument (.odt)</translation>
    </message>
    <message>
        <source>The open standard, for LibreOffice and others.</source>
        <translation>La norme ouverte, pour LibreOffice et d’autres.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Looks the same everywhere; good for printing.</source>
        <translation>Le même aspect partout ; pratique pour imprimer.</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>Page web (.html)</translation>
    </message>
    <message>
        <source>Opens in every browser.</source>
        <translation>S’ouvre dans tous les navigateurs.</translation>
    </message>
    <message>
        <source>Markdown (.md)</source>
        <translation>Markdown (.md)</translation>
    </message>
    <message>
        <source>Plain text with simple marks for headings and lists.</source>
        <translation>Texte brut avec des signes simples pour les titres et les listes.</translation>
    </message>
    <message>
        <source>Plain text (.txt)</source>
        <translation>Texte brut (.txt)</translation>
    </message>
    <message>
        <source>Words only; the smallest file.</source>
        <translation>Les mots seulement ; le plus petit fichier.</translation>
    </message>
    <message>
        <source>Submission packet (.submission)</source>
        <translation>Dossier d’envoi (.submission)</translation>
    </message>
    <message>
        <source>Text and attached files together, for your trainer.</source>
        <translation>Texte et pièces jointes ensemble, pour votre formateur.</translation>
    </message>
    <message>
        <source>Copied as plain text</source>
        <translation>Copié en texte brut</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Learner ID</source>
        <translation>Identifiant de l’apprenant</translation>
    </message>
    <message>
        <source>Attachments (not included in this file)</source>
        <translation>Pièces jointes (non incluses dans ce fichier)</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>tentative {number}</translation>
    </message>
    <message>
        <source>:</source>
        <translation> :</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Practice quiz</source>
        <translation>Quiz d’essai</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Devoir</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relecture</translation>
    </message>
</context>
<context>
    <name>kits</name>
    <message>
        <source>USB stick or folder</source>
        <translation>Clé USB ou dossier</translation>
    </message>
    <message>
        <source>Program and courses together: plug it in and start. Nothing is installed.</source>
        <translation>Programme et cours ensemble : on branche et on démarre. Rien n’est installé.</translation>
    </message>
    <message>
        <source>Courses only</source>
        <translation>Cours seuls</translation>
    </message>
    <message>
        <source>For computers that have Course Player already.</source>
        <translation>Pour les ordinateurs qui ont déjà Course Player.</translation>
    </message>
    <message>
        <source>Windows setup with courses</source>
        <translation>Installation Windows avec cours</translation>
    </message>
    <message>
        <source>The setup program as it is; it copies the courses that lie beside it.</source>
        <translation>Le programme d’installation tel quel ; il copie les cours qui se trouvent à côté.</translation>
    </message>
    <message>
        <source>Debian package (.deb)</source>
        <translation>Paquet Debian (.deb)</translation>
    </message>
    <message>
        <source>The courses as one package, for Debian and Ubuntu with Course Player.</source>
        <translation>Les cours en un seul paquet, pour Debian et Ubuntu avec Course Player.</translation>
    </message>
    <message>
        <source>One file for Linux (.run)</source>
        <translation>Un seul fichier pour Linux (.run)</translation>
    </message>
    <message>
        <source>Program and courses in one file that unpacks itself.</source>
        <translation>Programme et cours dans un seul fichier qui se déballe lui-même.</translation>
    </message>
    <message>
        <source>Windows, setup program</source>
        <translation>Windows, programme d’installation</translation>
    </message>
    <message>
        <source>Choose at least one course in step 1.</source>
        <translation>Choisissez au moins un cours à l’étape 1.</translation>
    </message>
    <message>
        <source>Add a ready Course Player for this kind of kit in step 4.</source>
        <translation>Ajoutez à l’étape 4 un Course Player prêt pour cette sorte de kit.</translation>
    </message>
    <message>
        <source>Choose in step 5 where the kit is to be made.</source>
        <translation>Choisissez à l’étape 5 où le kit doit être fait.</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>encore moins d’une minute</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore {minutes} min environ</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
</context>
<context>
    <name>outline</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>affichée</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Semaine {number}</translation>
    </message>
    <message>
        <source>{week}: {title}</source>
        <translation>{week} : {title}</translation>
    </message>
</context>
<context>
    <name>outside</name>
    <message>
        <source>No program on this computer could show the folder. It is {folder}.</source>
        <translation>Aucun programme de cet ordinateur n’a pu afficher le dossier. C’est {folder}.</translation>
    </message>
    <message>
        <source>No program on this computer could open the address. It is {address}.</source>
        <translation>Aucun programme de cet ordinateur n’a pu ouvrir l’adresse. C’est {address}.</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>What you write and how far you are</source>
        <translation>Ce que vous écrivez et votre progression</translation>
    </message>
    <message>
        <source>Your courses</source>
        <translation>Vos cours</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Search index (can be made again)</source>
        <translation>Index de recherche (peut être recréé)</translation>
    </message>
    <message>
        <source>Log for the person who helps you</source>
        <translation>Journal pour la personne qui vous aide</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>Go back five seconds</source>
        <translation>Reculer de cinq secondes</translation>
    </message>
    <message>
        <source>Go on five seconds</source>
        <translation>Avancer de cinq secondes</translation>
    </message>
    <message>
        <source>Go to the line of the transcript before</source>
        <translation>Aller à la ligne précédente de la transcription</translation>
    </message>
    <message>
        <source>Go to the next line of the transcript</source>
        <translation>Aller à la ligne suivante de la transcription</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Aller au début</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation>Couper ou remettre le son</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Plus vite</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Moins vite</translation>
    </message>
    <message>
        <source>Captions on or off</source>
        <translation>Sous-titres oui ou non</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Afficher tous les cours</translation>
    </message>
    <message>
        <source>Search the course</source>
        <translation>Chercher dans le cours</translation>
    </message>
    <message>
        <source>Open a course file</source>
        <translation>Ouvrir un fichier de cours</translation>
    </message>
    <message>
        <source>Show the preferences</source>
        <translation>Afficher les préférences</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Afficher cette page</translation>
    </message>
    <message>
        <source>In a course</source>
        <translation>Dans un cours</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Mark the step as complete, or take the mark away</source>
        <translation>Marquer l’étape comme terminée, ou enlever la marque</translation>
    </message>
    <message>
        <source>Show or hide the list of steps</source>
        <translation>Afficher ou masquer la liste des étapes</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Chercher dans la transcription</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Choisir une ligne</translation>
    </message>
    <message>
        <source>Play from the line</source>
        <translation>Lire à partir de la ligne</translation>
    </message>
    <message>
        <source>Copy the line with its time code</source>
        <translation>Copier la ligne avec son minutage</translation>
    </message>
    <message>
        <source>In the transcript</source>
        <translation>Dans la transcription</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>List item deeper</source>
        <translation>Élément de liste plus profond</translation>
    </message>
    <message>
        <source>List item less deep</source>
        <translation>Élément de liste moins profond</translation>
    </message>
    <message>
        <source>Make a link</source>
        <translation>Créer un lien</translation>
    </message>
    <message>
        <source>Follow the link</source>
        <translation>Suivre le lien</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>Pendant la rédaction</translation>
    </message>
    <message>
        <source>In the player</source>
        <translation>Dans le lecteur</translation>
    </message>
    <message>
        <source>Skip back</source>
        <translation>Reculer d’un saut</translation>
    </message>
    <message>
        <source>Skip forward</source>
        <translation>Avancer d’un saut</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
</TS>