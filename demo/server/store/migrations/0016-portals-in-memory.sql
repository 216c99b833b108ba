-- Every process keeps in memory what portals are set to, and forgets the one that is named here.
CREATE FUNCTION portal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portal_changed', OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER portal_changed AFTER UPDATE OR DELETE ON portal FOR EACH ROW EXECUTE FUNCTION portal_changed();
