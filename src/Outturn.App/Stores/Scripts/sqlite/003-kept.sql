-- What was said is kept: no fact is ever changed or deleted.

CREATE TRIGGER council_is_not_changed BEFORE UPDATE ON council BEGIN SELECT RAISE(ABORT, 'council: what was said is kept; add a version'); END;
CREATE TRIGGER council_is_not_deleted BEFORE DELETE ON council BEGIN SELECT RAISE(ABORT, 'council: what was said is kept; add a version'); END;
CREATE TRIGGER post_is_not_changed BEFORE UPDATE ON post BEGIN SELECT RAISE(ABORT, 'post: what was said is kept; add a version'); END;
CREATE TRIGGER post_is_not_deleted BEFORE DELETE ON post BEGIN SELECT RAISE(ABORT, 'post: what was said is kept; add a version'); END;
CREATE TRIGGER service_is_not_changed BEFORE UPDATE ON service BEGIN SELECT RAISE(ABORT, 'service: what was said is kept; add a version'); END;
CREATE TRIGGER service_is_not_deleted BEFORE DELETE ON service BEGIN SELECT RAISE(ABORT, 'service: what was said is kept; add a version'); END;
CREATE TRIGGER committee_is_not_changed BEFORE UPDATE ON committee BEGIN SELECT RAISE(ABORT, 'committee: what was said is kept; add a version'); END;
CREATE TRIGGER committee_is_not_deleted BEFORE DELETE ON committee BEGIN SELECT RAISE(ABORT, 'committee: what was said is kept; add a version'); END;
CREATE TRIGGER meeting_is_not_changed BEFORE UPDATE ON meeting BEGIN SELECT RAISE(ABORT, 'meeting: what was said is kept; add a version'); END;
CREATE TRIGGER meeting_is_not_deleted BEFORE DELETE ON meeting BEGIN SELECT RAISE(ABORT, 'meeting: what was said is kept; add a version'); END;
CREATE TRIGGER report_is_not_changed BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'report: what was said is kept; add a version'); END;
CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'report: what was said is kept; add a version'); END;
CREATE TRIGGER description_is_not_changed BEFORE UPDATE ON description BEGIN SELECT RAISE(ABORT, 'description: what was said is kept; add a version'); END;
CREATE TRIGGER description_is_not_deleted BEFORE DELETE ON description BEGIN SELECT RAISE(ABORT, 'description: what was said is kept; add a version'); END;
CREATE TRIGGER definition_is_not_changed BEFORE UPDATE ON definition BEGIN SELECT RAISE(ABORT, 'definition: what was said is kept; add a version'); END;
CREATE TRIGGER definition_is_not_deleted BEFORE DELETE ON definition BEGIN SELECT RAISE(ABORT, 'definition: what was said is kept; add a version'); END;
CREATE TRIGGER placement_is_not_changed BEFORE UPDATE ON placement BEGIN SELECT RAISE(ABORT, 'placement: what was said is kept; add a version'); END;
CREATE TRIGGER placement_is_not_deleted BEFORE DELETE ON placement BEGIN SELECT RAISE(ABORT, 'placement: what was said is kept; add a version'); END;
CREATE TRIGGER levels_is_not_changed BEFORE UPDATE ON levels BEGIN SELECT RAISE(ABORT, 'levels: what was said is kept; add a version'); END;
CREATE TRIGGER levels_is_not_deleted BEFORE DELETE ON levels BEGIN SELECT RAISE(ABORT, 'levels: what was said is kept; add a version'); END;
CREATE TRIGGER proposal_is_not_changed BEFORE UPDATE ON proposal BEGIN SELECT RAISE(ABORT, 'proposal: what was said is kept; add a version'); END;
CREATE TRIGGER proposal_is_not_deleted BEFORE DELETE ON proposal BEGIN SELECT RAISE(ABORT, 'proposal: what was said is kept; add a version'); END;
CREATE TRIGGER own_text_is_not_changed BEFORE UPDATE ON own_text BEGIN SELECT RAISE(ABORT, 'own_text: what was said is kept; add a version'); END;
CREATE TRIGGER own_text_is_not_deleted BEFORE DELETE ON own_text BEGIN SELECT RAISE(ABORT, 'own_text: what was said is kept; add a version'); END;
CREATE TRIGGER observation_is_not_changed BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation: what was said is kept; add a version'); END;
CREATE TRIGGER observation_is_not_deleted BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'observation: what was said is kept; add a version'); END;
CREATE TRIGGER commentary_is_not_changed BEFORE UPDATE ON commentary BEGIN SELECT RAISE(ABORT, 'commentary: what was said is kept; add a version'); END;
CREATE TRIGGER commentary_is_not_deleted BEFORE DELETE ON commentary BEGIN SELECT RAISE(ABORT, 'commentary: what was said is kept; add a version'); END;
CREATE TRIGGER internal_note_is_not_changed BEFORE UPDATE ON internal_note BEGIN SELECT RAISE(ABORT, 'internal_note: what was said is kept; add a version'); END;
CREATE TRIGGER internal_note_is_not_deleted BEFORE DELETE ON internal_note BEGIN SELECT RAISE(ABORT, 'internal_note: what was said is kept; add a version'); END;
CREATE TRIGGER forecast_is_not_changed BEFORE UPDATE ON forecast BEGIN SELECT RAISE(ABORT, 'forecast: what was said is kept; add a version'); END;
CREATE TRIGGER forecast_is_not_deleted BEFORE DELETE ON forecast BEGIN SELECT RAISE(ABORT, 'forecast: what was said is kept; add a version'); END;
CREATE TRIGGER warning_override_is_not_changed BEFORE UPDATE ON warning_override BEGIN SELECT RAISE(ABORT, 'warning_override: what was said is kept; add a version'); END;
CREATE TRIGGER warning_override_is_not_deleted BEFORE DELETE ON warning_override BEGIN SELECT RAISE(ABORT, 'warning_override: what was said is kept; add a version'); END;
CREATE TRIGGER evidence_is_not_changed BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence: what was said is kept; add a version'); END;
CREATE TRIGGER evidence_is_not_deleted BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence: what was said is kept; add a version'); END;
CREATE TRIGGER round_is_not_changed BEFORE UPDATE ON round BEGIN SELECT RAISE(ABORT, 'round: what was said is kept; add a version'); END;
CREATE TRIGGER round_is_not_deleted BEFORE DELETE ON round BEGIN SELECT RAISE(ABORT, 'round: what was said is kept; add a version'); END;
CREATE TRIGGER step_is_not_changed BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'step: what was said is kept; add a version'); END;
CREATE TRIGGER step_is_not_deleted BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'step: what was said is kept; add a version'); END;
CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry: what was said is kept; add a version'); END;
CREATE TRIGGER audit_entry_is_not_deleted BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry: what was said is kept; add a version'); END;
CREATE TRIGGER stored_file_is_not_changed BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file: what was said is kept; add a version'); END;
CREATE TRIGGER stored_file_is_not_deleted BEFORE DELETE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file: what was said is kept; add a version'); END;

-- A wording can only be redacted, once and for good.
CREATE TRIGGER wording_is_only_redacted BEFORE UPDATE ON wording
WHEN NEW.digest <> OLD.digest OR NEW.content IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.redacted_by IS NULL OR OLD.redacted_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'wording: it can be redacted, and not changed'); END;
CREATE TRIGGER wording_is_not_deleted BEFORE DELETE ON wording BEGIN SELECT RAISE(ABORT, 'wording: it can be redacted, and not deleted'); END;
