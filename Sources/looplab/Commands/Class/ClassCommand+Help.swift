// SPDX-License-Identifier: MIT

extension ClassCommand {
    static let help = """
        usage: looplab class init [DIR]               class.yaml and class.gradebook
               looplab class import-roster FILE.csv…  who is in the class
               looplab class override LEARNER EXERCISE --points N|--excused|--withdraw
                                  --reason TEXT --by NAME
               looplab class override                 what was decided so far
               looplab class export --format FORMAT   scores for another program
               looplab class merge GRADEBOOK…         add what others have recorded
               looplab class verify [GRADEBOOK…]      find rows that somebody has edited

        A gradebook keeps what looplab grade --gradebook finds, who is in the class, and
        what people decide. Nothing in it is changed or deleted: what is said later
        comes after what was said before. class.yaml has deadlines and late policy.

          --gradebook FILE    the gradebook (default: class.gradebook)
          --class FILE        override, export: the rules (default: class.yaml beside
                              the gradebook, if it is there)
          --course DIR        init, override: another course (also LOOPLAB_COURSE)
          --json              machine output of import-roster, override, merge, verify

        init:
          --title TEXT        what the class is called

        import-roster reads the gradebook that Canvas exports, a list of participants of
        Moodle, or a table with the column learner and, if you like, name, email,
        section and more. Taking the same roster again adds nothing.
          --column WHAT=NAME  which column is the learner, name, first, last, email,
                              section, canvas, sis, login, moodle, username, lti, also;
                              may be repeated. learner is what results call them
          --section NAME      the section of those for whom the table names none
          --complete          who is not on it has left (the section, if one is named);
                              several files are one roster
          --dry-run           say what would come of it, and keep nothing

        export: canvas, moodle, nbgrader, otter (CSV), lti (AGS scores, JSON)
          --output FILE       where it goes (default: standard output)
          --exercise NAME     this exercise only; may be repeated
          --zeros             what nobody handed in counts as 0; else its cell is empty
          --all               those whom no roster names as well
          --bom               begin with a byte order mark, for Excel

        exit codes: 0 ok; 1 verify found something; 2 usage, a file that cannot be used;
                    3 a database or a disk that fails

        """
}
