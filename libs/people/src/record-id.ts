const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from an address can be a record's id at all: the database is not asked about others. */
export const isRecordId = (text: string) => RECORD_ID.test(text);
