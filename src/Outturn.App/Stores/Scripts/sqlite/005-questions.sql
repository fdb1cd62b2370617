-- What members ask about an indicator, and what they are answered.

CREATE TABLE question (
    ref text NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    asked_by text NOT NULL,
    committee text,
    question_words text REFERENCES wording (digest),
    assigned_to text,
    answer_words text REFERENCES wording (digest),
    answered_by text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, number, version)
);

CREATE TRIGGER question_is_not_changed BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'question: what was said is kept; add a version'); END;
CREATE TRIGGER question_is_not_deleted BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'question: what was said is kept; add a version'); END;
