-- learner.db as release 0.1.0 leaves it (sqlite3 iterdump). Frozen: never edit.
BEGIN TRANSACTION;
CREATE TABLE attachments (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        file_name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        added_ms INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
INSERT INTO "attachments" VALUES(1,1,'ward.jpg',9,'774e32e5b667ec80c60d3877b643251dd7283e6ab467c3f698930aa1a2bdee80',1795510800000,X'FFD870696374757265');
CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        begun_ms INTEGER NOT NULL,
        UNIQUE (learner_id, course_id, step_id, kind)
    ) STRICT;
INSERT INTO "drafts" VALUES(1,1,'clinic','a1b2','assignment',1795510800000);
CREATE TABLE learners (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        added_ms INTEGER NOT NULL,
        chosen INTEGER NOT NULL DEFAULT 0
    ) STRICT;
INSERT INTO "learners" VALUES(1,'78c7b0ab-3a76-49a2-aab4-2316d508b493','አልማዝ','አልማዝ',1795510800000,1);
INSERT INTO "learners" VALUES(2,'08a2ee40-2d50-4df1-984c-bb6f5b898607','Bekele','bekele',1795510800000,0);
CREATE TABLE places (
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT,
        at_ms INTEGER,
        visited_ms INTEGER NOT NULL,
        PRIMARY KEY (learner_id, course_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "places" VALUES(1,'clinic','c3d4',51000,1795510800000);
CREATE TABLE revisions (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts (id),
        document TEXT NOT NULL,
        words INTEGER NOT NULL,
        reason TEXT NOT NULL,
        is_pinned INTEGER NOT NULL,
        begun_ms INTEGER NOT NULL,
        saved_ms INTEGER NOT NULL,
        UNIQUE (draft_id, id)
    ) STRICT;
INSERT INTO "revisions" VALUES(1,1,'{"blocks":[{"kind":"heading","level":2,"spans":[{"is_bold":false,"is_italic":false,"link":null,"text":"A better queue"}]},{"kind":"paragraph","level":0,"spans":[{"is_bold":false,"is_italic":false,"link":null,"text":"We "},{"is_bold":true,"is_italic":false,"link":null,"text":"listened"},{"is_bold":false,"is_italic":false,"link":null,"text":"."}]}],"version":1}',5,'export',1,1795510800000,1795510800000);
INSERT INTO "revisions" VALUES(2,1,'{"blocks":[{"kind":"paragraph","level":0,"spans":[{"is_bold":false,"is_italic":false,"link":null,"text":"We listened more."}]}],"version":1}',3,'autosave',0,1795510800000,1795510800000);
CREATE TABLE step_progress (
        learner_id INTEGER NOT NULL REFERENCES learners (id),
        course_id TEXT NOT NULL,
        step_id TEXT NOT NULL,
        done_ms INTEGER,
        position_ms INTEGER,
        PRIMARY KEY (learner_id, course_id, step_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "step_progress" VALUES(1,'clinic','a1b2',1795510800000,NULL);
INSERT INTO "step_progress" VALUES(1,'clinic','c3d4',NULL,51000);
CREATE TABLE submissions (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL,
        revision_id INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        format TEXT NOT NULL,
        path TEXT NOT NULL,
        exported_ms INTEGER NOT NULL,
        state TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        FOREIGN KEY (draft_id, revision_id) REFERENCES revisions (draft_id, id)
    ) STRICT;
INSERT INTO "submissions" VALUES(1,1,1,1,'docx','/home/a/queue.docx',1795510800000,'exported','00ff',12);
CREATE INDEX attachments_of_draft ON attachments (draft_id);
CREATE INDEX submissions_of_draft ON submissions (draft_id);
COMMIT;
PRAGMA application_id = 1129335890;
PRAGMA user_version = 1;
