-- What members ask about an indicator, and what they are answered.

CREATE TABLE question (
    ref text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    committee text COLLATE "C",
    question_words text COLLATE "C" REFERENCES wording (digest),
    assigned_to text COLLATE "C",
    answer_words text COLLATE "C" REFERENCES wording (digest),
    answered_by text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, number, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON question FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON question EXECUTE FUNCTION refuse_change();
