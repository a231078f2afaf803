<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
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
        <translation>Licence&#xa0;: GNU General Public License 3 ou ultérieure</translation>
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
        <translation>Qu’est-ce qui est réussi&#xa0;? Qu’est-ce qui pourrait être plus clair&#xa0;? Écrivez-le ici.</translation>
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
        <translation>Retirer {file} de votre texte&#xa0;? Les fichiers que vous avez déjà exportés le gardent.</translation>
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
        <translation>Ce qui est là maintenant est gardé dans un fichier à part&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made after half an hour of work.</source>
        <translation>Il n’y a pas encore de copie de secours&#xa0;: il s’en fait une après une demi-heure de travail.</translation>
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
        <translation>Lisez-les avant d’écrire&#xa0;: elles montrent ce qui compte.</translation>
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
        <translation>Il n’est pas noté&#xa0;: il n’y a ni réussite ni échec.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you export it.</source>
        <translation>Rien ne quitte cet ordinateur avant que vous l’exportiez.</translation>
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
        <translation>Vitesse&#xa0;: {rate}</translation>
    </message>
    <message>
        <source>Volume: off</source>
        <translation>Volume&#xa0;: coupé</translation>
    </message>
    <message>
        <source>Volume: {percent} %</source>
        <translation>Volume&#xa0;: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>Skip back by {seconds} s</source>
        <translation>Reculer de {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Skip forward by {seconds} s</source>
        <translation>Avancer de {seconds}&#xa0;s</translation>
    </message>
</context>
<context>
    <name>CourseCard</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{done} of {total} steps complete</source>
        <translation>Étapes terminées&#xa0;: {done} sur {total}</translation>
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
        <translation>Style de paragraphe&#xa0;: {style}</translation>
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
    <name>FrontPage</name>
    <message>
        <source>About this course</source>
        <translation>À propos de ce cours</translation>
    </message>
    <message>
        <source>{done} of {total} steps complete</source>
        <translation>Étapes terminées&#xa0;: {done} sur {total}</translation>
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
        <source>Signed by {name} (key {key})</source>
        <translation>Signé par {name} (clé {key})</translation>
    </message>
    <message>
        <source>Get a taste of this course</source>
        <translation>Un avant-goût de ce cours</translation>
    </message>
    <message>
        <source>Find out what this course is like with some of its steps:</source>
        <translation>Découvrez ce cours à travers quelques-unes de ses étapes&#xa0;:</translation>
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
        <translation>Langue&#xa0;: {language}</translation>
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
    <name>LearnerButton</name>
    <message>
        <source>Who is learning?</source>
        <translation>Qui apprend&#xa0;?</translation>
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
        <source>Learning now: {name}. Switch learner</source>
        <translation>Apprend maintenant&#xa0;: {name}. Changer de personne</translation>
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
        <translation>Qui apprend&#xa0;?</translation>
    </message>
    <message>
        <source>Change your name</source>
        <translation>Changer votre nom</translation>
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
        <translation>Joint&#xa0;: {files}</translation>
    </message>
    <message>
        <source>Only the names leave: {files}. Upload these files separately, or choose a packet.</source>
        <translation>Seuls les noms partent&#xa0;: {files}. Envoyez ces fichiers à part, ou choisissez un paquet.</translation>
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
        <translation>objectif&#xa0;: {least}–{most}</translation>
    </message>
    <message>
        <source>aim for at least {least}</source>
        <translation>objectif&#xa0;: au moins {least}</translation>
    </message>
    <message>
        <source>aim for at most {most}</source>
        <translation>objectif&#xa0;: au plus {most}</translation>
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
        <source>Your name keeps your place, notes and assignment apart from those of others who use this computer. There is no password. Only what you export leaves this computer.</source>
        <translation>Votre nom sépare votre progression, vos notes et votre devoir de ceux des autres personnes qui utilisent cet ordinateur. Il n’y a pas de mot de passe. Seul ce que vous exportez quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For example: Almaz</source>
        <translation>Par exemple&#xa0;: Almaz</translation>
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
        <source>Where things are kept</source>
        <translation>Où tout est conservé</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the folder: {what}</source>
        <translation>Afficher le dossier&#xa0;: {what}</translation>
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
        <translation>Réglé par {who}&#xa0;; ne peut pas être modifié ici.</translation>
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
        <translation>C’est un entraînement. Rien n’est noté ni conservé&#xa0;; essayez autant de fois que vous voulez.</translation>
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
        <translation>Le fichier de tout ce qui a été écrit sur cet ordinateur était abîmé&#xa0;; récupéré&#xa0;: {texts}.</translation>
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
        <translation>Certaines choses n’ont pas pu être lues&#xa0;; cherchez-les dans les copies de secours.</translation>
    </message>
    <message>
        <source>The damaged file is kept, untouched.</source>
        <translation>Le fichier abîmé est gardé tel quel.</translation>
    </message>
    <message>
        <source>People: {names}</source>
        <translation>Personnes&#xa0;: {names}</translation>
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
        <translation>Enregistré&#xa0;: {time}</translation>
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
        <translation>Rien n’a été trouvé pour «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Try fewer letters or another word. Accents do not matter.</source>
        <translation>Essayez avec moins de lettres ou un autre mot. Les accents ne comptent pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) for “{words}”</source>
        <translation>
            <numerusform>%n passage pour «&#xa0;{words}&#xa0;»</numerusform>
            <numerusform>%n passages pour «&#xa0;{words}&#xa0;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n places for “{words}”</source>
        <translation>
            <numerusform>Le %n premier passage pour «&#xa0;{words}&#xa0;»</numerusform>
            <numerusform>Les %n premiers passages pour «&#xa0;{words}&#xa0;»</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching for “{words}”…</source>
        <translation>Recherche de «&#xa0;{words}&#xa0;»…</translation>
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
        <translation>Branchez une clé USB qui contient un dossier nommé «&#xa0;courses&#xa0;», puis choisissez «&#xa0;Chercher à nouveau&#xa0;». Ou choisissez «&#xa0;Ouvrir un fichier de cours…&#xa0;», ou déposez ici un fichier dont le nom finit par .course.</translation>
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
        <translation>Quand vous avez ouvert ce cours auparavant, {former} l’avait signé&#xa0;; ce fichier n’est pas signé. Ce que vous avez écrit est en sécurité. Demandez à la personne qui vous a donné le fichier si c’est le bon.</translation>
    </message>
    <message>
        <source>When you opened this course before, {former} had signed it with another key; this one is signed by {now}. What you wrote is safe. Ask whoever gave you the file whether it is the right one.</source>
        <translation>Quand vous avez ouvert ce cours auparavant, {former} l’avait signé avec une autre clé&#xa0;; celui-ci est signé par {now}. Ce que vous avez écrit est en sécurité. Demandez à la personne qui vous a donné le fichier si c’est le bon.</translation>
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
        <source>The recording is not in this course file; this is what is said in it.</source>
        <translation>L’enregistrement n’est pas dans ce fichier de cours&#xa0;; voici ce qui y est dit.</translation>
    </message>
    <message>
        <source>Questions to keep in mind as you review</source>
        <translation>Questions à garder à l’esprit pendant votre relecture</translation>
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
        <translation>Rien n’est encore enregistré&#xa0;: commencez à écrire.</translation>
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
        <translation>Ce lien mène sur Internet&#xa0;: {address}</translation>
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
        <translation>C’est plus qu’un texte ne peut contenir&#xa0;: rien n’a été collé. Copiez-en une partie et collez-la.</translation>
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
    <name>errors</name>
    <message>
        <source>{file} does not end in .course, so nothing was built; nothing was changed. Give the course a name such as my-course.course.</source>
        <translation>Le nom {file} ne finit pas par .course&#xa0;: rien n’a été construit, rien n’a été modifié. Donnez au cours un nom comme mon-cours.course.</translation>
    </message>
    <message>
        <source>The course was not built; nothing was changed. Mend this and try again: {first}</source>
        <translation>Le cours n’a pas été construit&#xa0;; rien n’a été modifié. Corrigez ceci et réessayez&#xa0;: {first}</translation>
    </message>
    <message>
        <source>The course was not built; nothing was changed. Mend this and {more} more (inspect lists them all) and try again: {first}</source>
        <translation>Le cours n’a pas été construit&#xa0;; rien n’a été modifié. Corrigez ceci et {more} de plus (inspect les montre tous), puis réessayez&#xa0;: {first}</translation>
    </message>
    <message>
        <source>{file} is a finished course already, so there is nothing to build; nothing was changed. Open it, or give the folder it was made from.</source>
        <translation>{file} est déjà un cours terminé&#xa0;: il n’y a rien à construire, rien n’a été modifié. Ouvrez-le, ou donnez le dossier à partir duquel il a été fait.</translation>
    </message>
    <message>
        <source>{file} is a video or sound alone, not a course; nothing was changed. Put it into a course folder beside a text file of the same name.</source>
        <translation>{file} est une vidéo ou un son seul, pas un cours&#xa0;; rien n’a été modifié. Mettez-le dans un dossier de cours, à côté d’un fichier texte du même nom.</translation>
    </message>
    <message>
        <source>{file} is a packed (zip) file, not a course; nothing was changed. Unpack it, and give the folder that comes out.</source>
        <translation>{file} est un fichier compressé (zip), pas un cours&#xa0;; rien n’a été modifié. Décompressez-le, puis donnez le dossier qui en sort.</translation>
    </message>
    <message>
        <source>The folder {file} holds neither a course.toml nor course pages saved as text (.txt); nothing was changed. Choose the folder in which course.toml lies.</source>
        <translation>Le dossier {file} ne contient ni course.toml ni pages de cours enregistrées en texte (.txt)&#xa0;; rien n’a été modifié. Choisissez le dossier où se trouve course.toml.</translation>
    </message>
    <message>
        <source>{file} is not a course page: it has neither times such as “Skip to 0 minutes and 5 seconds” nor the name of a course; nothing was changed. Choose a saved page, a subtitle file or a course folder.</source>
        <translation>{file} n’est pas une page de cours&#xa0;: il ne contient ni repères de temps comme «&#xa0;Skip to 0 minutes and 5 seconds&#xa0;», ni le nom d’un cours&#xa0;; rien n’a été modifié. Choisissez une page enregistrée, un fichier de sous-titres ou un dossier de cours.</translation>
    </message>
    <message>
        <source>{file} is not a text file, so nothing was read from it; nothing was changed. Choose a subtitle or text file.</source>
        <translation>{file} n’est pas un fichier texte&#xa0;: rien n’y a été lu, rien n’a été modifié. Choisissez un fichier de sous-titres ou un fichier texte.</translation>
    </message>
    <message>
        <source>{file} holds no words of a course step, so nothing was read from it; nothing was changed. Choose a page that was saved as text.</source>
        <translation>{file} ne contient pas le texte d’une étape de cours&#xa0;: rien n’y a été lu, rien n’a été modifié. Choisissez une page enregistrée en texte.</translation>
    </message>
    <message>
        <source>{file} is empty, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation>{file} est vide et ne donne aucune transcription&#xa0;; rien n’a été modifié. Choisissez un autre fichier de sous-titres.</translation>
    </message>
    <message>
        <source>{file} holds no words with readable times, so it gives no transcript; nothing was changed. Choose another subtitle file.</source>
        <translation>{file} ne contient aucune parole avec un minutage lisible et ne donne donc aucune transcription&#xa0;; rien n’a été modifié. Choisissez un autre fichier de sous-titres.</translation>
    </message>
    <message>
        <source>{file} is not a subtitle file of a known kind (WebVTT, SubRip, SBV, TTML, SubStation), so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} n’est pas un fichier de sous-titres d’un type connu (WebVTT, SubRip, SBV, TTML, SubStation)&#xa0;: rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is far larger than any subtitle file, so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} est beaucoup trop grand pour un fichier de sous-titres&#xa0;: rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} is not a readable TTML subtitle file ({reason}), so nothing was read from it; nothing was changed. Save it again from the program that made it.</source>
        <translation>{file} n’est pas un fichier de sous-titres TTML lisible ({reason})&#xa0;: rien n’y a été lu, rien n’a été modifié. Enregistrez-le de nouveau avec le programme qui l’a créé.</translation>
    </message>
    <message>
        <source>No course could be read from {source}; nothing was changed. Mend what is listed above and try again.</source>
        <translation>Aucun cours n’a pu être lu dans {source}&#xa0;; rien n’a été modifié. Corrigez ce qui est indiqué plus haut et réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged in the places listed above; nothing was changed. Copy it again from where it came from, and keep this one until the copy is sound.</source>
        <translation>{file} est abîmé aux endroits indiqués plus haut&#xa0;; rien n’a été modifié. Copiez-le de nouveau depuis son origine, et gardez celui-ci jusqu’à ce que la copie soit bonne.</translation>
    </message>
    <message>
        <source>{file} is sound, but it is not signed with key {key}. Ask whoever gave it to you.</source>
        <translation>{file} est intact, mais n’est pas signé avec la clé {key}. Demandez à la personne qui vous l’a donné.</translation>
    </message>
    <message>
        <source>This Course Player can play courses but not make them; nothing was changed. Add the trainer&apos;s tools (the package courseplayer-tools) and try again.</source>
        <translation>Ce Course Player peut lire des cours, mais pas en fabriquer&#xa0;; rien n’a été modifié. Ajoutez les outils du formateur (le paquet courseplayer-tools) et recommencez.</translation>
    </message>
    <message>
        <source>Nobody has learned here yet, so there is nothing to export. Log in as the person who learned, or set COURSEPLAYER_HOME to the folder of their work.</source>
        <translation>Personne n’a encore appris ici&#xa0;: il n’y a rien à exporter. Ouvrez la session de la personne qui a appris, ou donnez à COURSEPLAYER_HOME le dossier de son travail.</translation>
    </message>
    <message>
        <source>Nobody called {name} learns on this computer, only: {names}. Give one of these names.</source>
        <translation>Personne du nom de {name} n’apprend sur cet ordinateur, seulement&#xa0;: {names}. Donnez l’un de ces noms.</translation>
    </message>
    <message>
        <source>Several people learn on this computer: {names}. Say whose text to export with --learner.</source>
        <translation>Plusieurs personnes apprennent sur cet ordinateur&#xa0;: {names}. Indiquez avec --learner le texte de qui vous voulez exporter.</translation>
    </message>
    <message>
        <source>There is no course {course} on this computer. Give the path of its .course file with --course.</source>
        <translation>Il n’y a pas de cours {course} sur cet ordinateur. Donnez le chemin de son fichier .course avec --course.</translation>
    </message>
    <message>
        <source>The course “{course}” has no step {step}. Give a number such as 6.1.</source>
        <translation>Le cours «&#xa0;{course}&#xa0;» n’a pas d’étape {step}. Donnez un numéro comme 6.1.</translation>
    </message>
    <message>
        <source>{name} has written nothing in step {step}, so there is nothing to export.</source>
        <translation>{name} n’a rien écrit à l’étape {step}&#xa0;: il n’y a rien à exporter.</translation>
    </message>
    <message>
        <source>{name} has written in step {step} of several courses: {courses}. Say which with --course.</source>
        <translation>{name} a écrit à l’étape {step} de plusieurs cours&#xa0;: {courses}. Indiquez lequel avec --course.</translation>
    </message>
    <message>
        <source>The disk is full, so {file} could not be written; what was there before is unchanged. Free some space and try again.</source>
        <translation>Le disque est plein&#xa0;: {file} n’a pas pu être écrit&#xa0;; ce qui existait avant n’a pas changé. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>This computer does not allow access to {file}; nothing was changed. Choose another place or ask the person who looks after the computer.</source>
        <translation>Cet ordinateur n’autorise pas l’accès à {file}&#xa0;; rien n’a été modifié. Choisissez un autre endroit ou demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>{file} was not found; nothing was changed. Check the name, or plug the stick in again.</source>
        <translation>{file} est introuvable&#xa0;; rien n’a été modifié. Vérifiez le nom, ou rebranchez la clé USB.</translation>
    </message>
    <message>
        <source>{file} is larger than a file on this disk or stick can be (4 GB on many sticks); what was there before is unchanged. Use another disk, or a stick formatted as exFAT.</source>
        <translation>{file} dépasse la taille qu’un fichier peut avoir sur ce disque ou cette clé (4 Go sur beaucoup de clés)&#xa0;; ce qui y était avant n’a pas été modifié. Utilisez un autre disque, ou une clé formatée en exFAT.</translation>
    </message>
    <message>
        <source>{file} could not be read or written ({reason}); nothing else was changed. Check the disk or stick and try again.</source>
        <translation>{file} n’a pas pu être lu ou écrit ({reason})&#xa0;; rien d’autre n’a été modifié. Vérifiez le disque ou la clé USB et réessayez.</translation>
    </message>
    <message>
        <source>A text of the course is too long or too deeply nested to be shown safely (more than {limit}); nothing was changed. Split it into several steps.</source>
        <translation>Un texte du cours est trop long ou trop imbriqué pour être affiché sans risque (plus de {limit})&#xa0;; rien n’a été modifié. Répartissez-le sur plusieurs étapes.</translation>
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
        <translation>{file} contient une page web au lieu d’un cours&#xa0;: le téléchargement n’a pas marché. Téléchargez-le ou copiez-le de nouveau.</translation>
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
        <translation>{file} a été créé avec une version plus récente de Course Player. Mettez le programme à jour pour l’ouvrir&#xa0;; ce que vous avez écrit reste tel quel.</translation>
    </message>
    <message>
        <source>{file} is not complete: its end is missing, perhaps because copying was interrupted. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>{file} n’est pas complet&#xa0;: la fin manque, peut-être parce que la copie a été interrompue. Copiez-le de nouveau depuis son origine&#xa0;; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>The texts in {file} are not as they were when the course was made. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>Les textes de {file} ne sont plus comme à la création du cours. Copiez-le de nouveau depuis son origine&#xa0;; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>The signature in {file} does not fit its content: the course was changed after it was signed. Copy it again from where you got it; what you wrote is safe.</source>
        <translation>La signature dans {file} ne va pas avec son contenu&#xa0;: le cours a été modifié après avoir été signé. Copiez-le de nouveau d’où vous l’avez eu&#xa0;; ce que vous avez écrit est en sécurité.</translation>
    </message>
    <message>
        <source>{file} is damaged, so a part of the course cannot be shown; what you wrote is safe. Copy the course again from where you got it.</source>
        <translation>{file} est abîmé, et une partie du cours ne peut pas être affichée&#xa0;; ce que vous avez écrit est en sécurité. Copiez le cours de nouveau depuis son origine.</translation>
    </message>
    <message>
        <source>A picture or file inside {file} is too large to be shown; the rest of the course works.</source>
        <translation>Une image ou un fichier contenu dans {file} est trop grand pour être affiché&#xa0;; le reste du cours fonctionne.</translation>
    </message>
    <message>
        <source>This step is not in {file}; perhaps it belongs to another edition of the course.</source>
        <translation>Cette étape n’est pas dans {file}&#xa0;; elle appartient peut-être à une autre édition du cours.</translation>
    </message>
    <message>
        <source>{address} ({place}) is not a whole web address, so the course was not written. Links begin with https://, http:// or mailto:.</source>
        <translation>{address} ({place}) n’est pas une adresse web complète&#xa0;: le cours n’a pas été écrit. Les liens commencent par https://, http:// ou mailto:.</translation>
    </message>
    <message>
        <source>{name} (step {step}) cannot be the name of a file on every computer, so the course was not written. Rename the file.</source>
        <translation>{name} (étape {step}) ne peut pas être un nom de fichier sur tous les ordinateurs&#xa0;: le cours n’a pas été écrit. Renommez le fichier.</translation>
    </message>
    <message>
        <source>A text of {place} is longer than {most} characters, so the course was not written; nothing was changed. Shorten it, or put it into the article of a step.</source>
        <translation>Un texte ({place}) dépasse {most} caractères&#xa0;: le cours n’a pas été écrit, rien n’a été modifié. Raccourcissez-le, ou mettez-le dans l’article d’une étape.</translation>
    </message>
    <message>
        <source>A time or number of {place} ({number}) is larger than a course can hold, so the course was not written; nothing was changed. Look for a slip in its source.</source>
        <translation>Un temps ou un nombre ({place}&#xa0;: {number}) est plus grand que ce qu’un cours peut contenir&#xa0;: le cours n’a pas été écrit, rien n’a été modifié. Cherchez une faute de frappe dans sa source.</translation>
    </message>
    <message>
        <source>A text of {place} holds halves of characters, so the course was not written; nothing was changed. Type that text or file name anew.</source>
        <translation>Un texte ({place}) contient des moitiés de caractères&#xa0;: le cours n’a pas été écrit, rien n’a été modifié. Retapez ce texte ou ce nom de fichier.</translation>
    </message>
    <message>
        <source>{source} changed while the course was being made, so no course was written. Start again.</source>
        <translation>{source} a changé pendant la création du cours&#xa0;: aucun cours n’a été écrit. Recommencez.</translation>
    </message>
    <message>
        <source>{file} could not be read back as it was written, so it was removed; what was there before is unchanged. The disk or stick may be failing: use another one.</source>
        <translation>{file} n’a pas pu être relu tel qu’il avait été écrit et a été supprimé&#xa0;; ce qui existait avant n’a pas changé. Le disque ou la clé USB est peut-être défaillant&#xa0;: utilisez-en un autre.</translation>
    </message>
    <message>
        <source>{file} is open in a program and could not be replaced; it is unchanged. Close the course and try again.</source>
        <translation>{file} est ouvert dans un programme et n’a pas pu être remplacé&#xa0;; il n’a pas changé. Fermez le cours et réessayez.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB and was not added; your text is unchanged. Make the file smaller, for example a picture with fewer details, and add it again.</source>
        <translation>{file} dépasse {limit}&#xa0;Mo et n’a pas été ajouté&#xa0;; votre texte n’a pas changé. Réduisez le fichier, par exemple une image avec moins de détails, et ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>A text can have {limit} files at most, so {file} was not added; nothing else was changed. Remove a file first.</source>
        <translation>Un texte peut avoir au plus {limit} fichiers&#xa0;: {file} n’a pas été ajouté&#xa0;; rien d’autre n’a été modifié. Retirez d’abord un fichier.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Course Player and has been left as it is; everything in it is safe. Install the newer Course Player to go on.</source>
        <translation>{file} a été écrit par une version plus récente de Course Player et a été laissé tel quel&#xa0;; tout son contenu est en sécurité. Installez la version plus récente pour continuer.</translation>
    </message>
    <message>
        <source>{file} is not a file of Course Player and has been left as it is. Move it somewhere else, then start Course Player again.</source>
        <translation>{file} n’est pas un fichier de Course Player et a été laissé tel quel. Déplacez-le ailleurs, puis redémarrez Course Player.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more could be saved in {file}; what was saved before is safe. Free some space and try again.</source>
        <translation>Le disque est plein&#xa0;: rien de plus n’a pu être enregistré dans {file}&#xa0;; ce qui était déjà enregistré est en sécurité. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>This computer does not allow writing to {file}; what was saved before is safe. Ask the person who looks after the computer.</source>
        <translation>Cet ordinateur n’autorise pas l’écriture dans {file}&#xa0;; ce qui était déjà enregistré est en sécurité. Demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>Another program is using {file}, so this was not saved; what was saved before is safe. Close other windows of Course Player and try again.</source>
        <translation>Un autre programme utilise {file}&#xa0;: l’enregistrement n’a pas eu lieu&#xa0;; ce qui était déjà enregistré est en sécurité. Fermez les autres fenêtres de Course Player et réessayez.</translation>
    </message>
    <message>
        <source>{file}, which holds what was written on this computer, is damaged and has been left as it is. Do not delete it: keep a copy and ask the person who looks after the computer.</source>
        <translation>{file}, qui contient ce qui a été écrit sur cet ordinateur, est abîmé et a été laissé tel quel. Ne le supprimez pas&#xa0;: gardez-en une copie et demandez à la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>{file} could not be opened; nothing was changed. Check that the disk or stick is there and that you may write to that folder.</source>
        <translation>{file} n’a pas pu être ouvert&#xa0;; rien n’a été modifié. Vérifiez que le disque ou la clé USB est là et que vous avez le droit d’écrire dans ce dossier.</translation>
    </message>
    <message>
        <source>{file} could not be read or written; what was saved before is safe. Check that the disk or stick is there and has space, then try again.</source>
        <translation>{file} n’a pas pu être lu ou écrit&#xa0;; ce qui était déjà enregistré est en sécurité. Vérifiez que le disque ou la clé USB est là et qu’il reste de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>A name needs at least one letter; nothing was changed. Type your name.</source>
        <translation>Un nom doit avoir au moins une lettre&#xa0;; rien n’a été modifié. Tapez votre nom.</translation>
    </message>
    <message>
        <source>A name can have {limit} characters at most; nothing was changed. Type a shorter name.</source>
        <translation>Un nom peut avoir au plus {limit} caractères&#xa0;; rien n’a été modifié. Tapez un nom plus court.</translation>
    </message>
    <message>
        <source>Someone called {name} already learns here; nothing was changed. Choose that name in the list, or add something to yours.</source>
        <translation>Une personne du nom de {name} apprend déjà ici&#xa0;; rien n’a été modifié. Choisissez ce nom dans la liste, ou ajoutez quelque chose au vôtre.</translation>
    </message>
    <message>
        <source>{file} is not a sound submission packet ({reason}); nothing was taken from it. Ask its writer to export it again.</source>
        <translation>{file} n’est pas un dossier d’envoi valable ({reason})&#xa0;; rien n’en a été repris. Demandez à son auteur de l’exporter de nouveau.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Course Player; nothing was taken from it. Update this Course Player to read it.</source>
        <translation>{file} a été créé par une version plus récente de Course Player&#xa0;; rien n’en a été repris. Mettez Course Player à jour pour le lire.</translation>
    </message>
    <message>
        <source>A submission packet holds at most {files} files and {megabytes} MB, and this one would hold more; nothing was written. Take out some attachments, or hand them over separately.</source>
        <translation>Un dossier d’envoi contient au plus {files} fichiers et {megabytes}&#xa0;Mo, et celui-ci en contiendrait plus&#xa0;; rien n’a été écrit. Retirez des pièces jointes, ou remettez-les à part.</translation>
    </message>
    <message>
        <source>Something went wrong inside Course Player ({fault}); everything that was saved is safe. You can go on; if it happens again, close the program, open it anew and pass on the file {log}.</source>
        <translation>Une erreur s’est produite dans Course Player ({fault})&#xa0;; tout ce qui était enregistré est en sécurité. Vous pouvez continuer&#xa0;; si cela se reproduit, fermez le programme, rouvrez-le et transmettez le fichier {log}.</translation>
    </message>
    <message>
        <source>{file} is not a file that can be added; your text is unchanged. Choose another file.</source>
        <translation>{file} n’est pas un fichier qui peut être ajouté&#xa0;; votre texte n’a pas changé. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{file} was not added, because your text could not be saved; both are unchanged. Save your text, then add the file again.</source>
        <translation>{file} n’a pas été ajouté, car votre texte n’a pas pu être enregistré&#xa0;; les deux sont inchangés. Enregistrez votre texte, puis ajoutez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>Something went wrong inside Course Player; what you wrote is safe. Try again, and if it happens again restart the program and report it with the log.</source>
        <translation>Une erreur s’est produite dans Course Player&#xa0;; ce que vous avez écrit est en sécurité. Réessayez&#xa0;; si cela se reproduit, redémarrez le programme et signalez-le avec le journal.</translation>
    </message>
    <message>
        <source>This computer lacks a part that video and sound need ({part}); nothing is lost and the transcript works. Ask the person who looks after the computer to install it, then start the program again.</source>
        <translation>Il manque à cet ordinateur un composant nécessaire à la vidéo et au son ({part})&#xa0;; rien n’est perdu et la transcription fonctionne. Demandez à la personne qui s’occupe de l’ordinateur de l’installer, puis redémarrez le programme.</translation>
    </message>
    <message>
        <source>This Windows lacks its video parts; nothing is lost and the transcript works. Ask the person who looks after the computer to add the “Media Feature Pack” under Optional features, then start again.</source>
        <translation>Il manque à ce Windows ses composants vidéo&#xa0;; rien n’est perdu et la transcription fonctionne. Demandez à la personne qui s’occupe de l’ordinateur d’ajouter le «&#xa0;Media Feature Pack&#xa0;» dans les fonctionnalités facultatives, puis redémarrez.</translation>
    </message>
    <message>
        <source>The video parts of this program are missing; nothing is lost and the transcript works. Install Course Player again to put them back.</source>
        <translation>Les composants vidéo de ce programme manquent&#xa0;; rien n’est perdu et la transcription fonctionne. Installez Course Player de nouveau pour les remettre.</translation>
    </message>
    <message>
        <source>This computer cannot show the picture of this video; what you did is safe and the transcript works. Read on here, and tell your trainer that the video needs to be made as H.264.</source>
        <translation>Cet ordinateur ne peut pas afficher l’image de cette vidéo&#xa0;; ce que vous avez fait est en sécurité et la transcription fonctionne. Continuez à lire ici, et dites à votre formateur que la vidéo doit être au format H.264.</translation>
    </message>
    <message>
        <source>The video cannot be read beyond {time}: the course file is damaged or its stick was unplugged; what you did is safe and the transcript works. Plug the stick in again, or ask for a fresh copy of the course.</source>
        <translation>La vidéo ne peut pas être lue après {time}&#xa0;: le fichier du cours est abîmé ou sa clé USB a été débranchée&#xa0;; ce que vous avez fait est en sécurité et la transcription fonctionne. Rebranchez la clé USB, ou demandez une nouvelle copie du cours.</translation>
    </message>
    <message>
        <source>This medium is in a form that cannot be played here; what you did is safe and the transcript works. Read on here, and tell your trainer about it.</source>
        <translation>Cet enregistrement est dans un format qui ne peut pas être lu ici&#xa0;; ce que vous avez fait est en sécurité et la transcription fonctionne. Continuez à lire ici, et signalez-le à votre formateur.</translation>
    </message>
    <message>
        <source>The course is not on this computer now; what you wrote is safe. Plug in the stick it came from, or open its file.</source>
        <translation>Le cours n’est pas sur cet ordinateur en ce moment&#xa0;; ce que vous avez écrit est en sécurité. Branchez la clé USB d’où il vient, ou ouvrez son fichier.</translation>
    </message>
    <message>
        <source>This course has no step {number}; nothing was changed. Look up its number in the list of steps.</source>
        <translation>Ce cours n’a pas d’étape {number}&#xa0;; rien n’a été modifié. Cherchez son numéro dans la liste des étapes.</translation>
    </message>
    <message>
        <source>{file} is far larger than any text of a course, so nothing was read from it; nothing was changed. Choose another file.</source>
        <translation>{file} est beaucoup trop grand pour un texte de cours&#xa0;: rien n’y a été lu, rien n’a été modifié. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Search is being prepared by another window; the course itself works. Try again in a moment.</source>
        <translation>Une autre fenêtre prépare la recherche&#xa0;; le cours lui-même fonctionne. Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>{file} is a folder or a device, not a file, so nothing was written; nothing was changed. Give the name of a file.</source>
        <translation>{file} est un dossier ou un périphérique, pas un fichier&#xa0;: rien n’a été écrit, rien n’a été modifié. Donnez le nom d’un fichier.</translation>
    </message>
    <message>
        <source>Not every screen came, so pictures are missing in {folder}; nothing else was changed. Try again when the computer is less busy.</source>
        <translation>Certains écrans ne sont pas apparus&#xa0;: il manque des images dans {folder}&#xa0;; rien d’autre n’a été modifié. Réessayez quand l’ordinateur sera moins occupé.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be read; what you have now is safe and unchanged. Choose another backup.</source>
        <translation>La copie de secours {file} ne peut pas être lue&#xa0;; ce que vous avez maintenant est en sécurité et inchangé. Choisissez une autre copie.</translation>
    </message>
    <message>
        <source>Another window of Course Player is using {file} (opened by {who}, {since}), so nothing can be saved from this one; everything written there is safe. Go on in the other window, or close it and try again.</source>
        <translation>Une autre fenêtre de Course Player utilise {file} (ouverte par {who}, {since}), donc rien ne peut être enregistré depuis celle-ci&#xa0;; tout ce qui y est écrit est en sécurité. Continuez dans l’autre fenêtre, ou fermez-la et réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged, so it was not installed; nothing was changed. Copy it again from where it came from.</source>
        <translation>{file} est abîmé et n’a donc pas été installé&#xa0;; rien n’a été modifié. Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>The rules that were set for this computer have a fault ({places}); what was written is safe, but may not be shown until it is mended. Tell the person who looks after the computer.</source>
        <translation>Les règles fixées pour cet ordinateur ont un défaut ({places})&#xa0;; ce qui a été écrit est en sécurité, mais peut rester invisible jusqu’à la réparation. Prévenez la personne qui s’occupe de l’ordinateur.</translation>
    </message>
    <message>
        <source>This was switched off by {who}; nothing was changed. Ask there if you need it.</source>
        <translation>Cette fonction a été désactivée par {who}&#xa0;; rien n’a été modifié. Adressez-vous là si vous en avez besoin.</translation>
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
        <source>The name of the one who signs must have 1 to {most} characters on one line; nothing was signed. Give another one with --signer.</source>
        <translation>Le nom de la personne qui signe doit avoir de 1 à {most} caractères sur une ligne&#xa0;; rien n’a été signé. Donnez-en un autre avec --signer.</translation>
    </message>
    <message>
        <source>{file} holds no public key for courses; nothing was changed. Choose a file that ends in .pub.</source>
        <translation>{file} ne contient pas de clé publique pour des cours&#xa0;; rien n’a été modifié. Choisissez un fichier qui se termine par .pub.</translation>
    </message>
    <message>
        <source>{file} holds no key to sign with; nothing was changed. Choose a file that ends in .key.</source>
        <translation>{file} ne contient pas de clé pour signer&#xa0;; rien n’a été modifié. Choisissez un fichier qui se termine par .key.</translation>
    </message>
    <message>
        <source>The password does not open {file}; nothing was signed. Try again with the right password.</source>
        <translation>Le mot de passe n’ouvre pas {file}&#xa0;; rien n’a été signé. Réessayez avec le bon mot de passe.</translation>
    </message>
    <message>
        <source>{file} is not signed by anyone whose courses may be opened on this computer, so it was not opened. Ask the person who looks after the computer.</source>
        <translation>{file} n’est signé par personne dont les cours peuvent être ouverts sur cet ordinateur, donc il n’a pas été ouvert. Demandez à la personne qui s’occupe de l’ordinateur.</translation>
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
        <translation>Le même aspect partout&#xa0;; pratique pour imprimer.</translation>
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
        <translation>Les mots seulement&#xa0;; le plus petit fichier.</translation>
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
        <translation>&#xa0;:</translation>
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
        <translation>{week}&#xa0;: {title}</translation>
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
        <translation>{minutes}&#xa0;min</translation>
    </message>
</context>
</TS>
