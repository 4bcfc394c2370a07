// SPDX-License-Identifier: MIT

extension GradeCommand {
    static let helpHead = """
        usage: looplab grade [OPTIONS] FOLDER|ARCHIVE.zip…
               looplab grade [OPTIONS] [--exercise NAME] [--learner NAME] FILE…
               looplab grade [OPTIONS] -                a list on standard input
               looplab grade merge [OPTIONS] JOURNAL…

        Grades submissions in processes that can compute and nothing else, and writes
        reports that are the same to the byte however often and wherever they are made.

        A folder or zip archive has LEARNER/EXERCISE.js, or LEARNER/TRACK/EXERCISE.js;
        an exercise is called by its number (2.04), its name (two-chains) or both
        (02-the-loop/04-two-chains). Answers to puzzles are .txt files. A list
        is a table (CSV) with the columns learner, exercise, path and, if you like,
        submitted (2026-03-01T09:30:00Z). What looks like a submission and is none is
        named.

          --only EXERCISE[,…]      these exercises only
          --learners NAME[,…]      these learners only
          --exercise NAME          what single files are for, if their name does not say
          --learner NAME           whose they are (default: the folder that they lie in)
          --root DIR               where the files of a list are (default: here)
          --course DIR             another course than the one that came with looplab
                                   (also LOOPLAB_COURSE)

          --format FORMAT[=PATH]   a report, to standard output or a file; may be
                                   repeated (default text)
          --json                   the same as --format json
          --bom                    begin csv with a byte order mark, for Excel
          --gradebook FILE         keep all results in a gradebook, beside those that it
                                   has
          --class FILE             grades by class.yaml: deadlines, late work,
                                   attempts, decisions; in text, html, csv and json.
                                   With --gradebook all attempts that it has count
          --exit-zero              end with 0 although some have not passed
          -q, --quiet              no progress and no summary on standard error

          --jobs N                 so many at a time (default: one for each processor)
          --state DIR              where the journal is kept (default: a directory of
                                   this batch in XDG_STATE_HOME/looplab/grade)
          --resume                 go on where a batch was interrupted or killed
          --regrade WHAT           grade again, and keep what was: changed, failed (and
                                   what has changed), or all
          --shard K/N              only the K-th of N parts, for N machines

        Each result goes into a journal as soon as it is there. merge makes one report
        of the journals of all parts, whatever their order.

        formats:

        """

    static let helpTail = """

        exit codes: 0 all have passed; 1 some have not, or were left out; 2 usage;
                    3 some could not be graded, or a report not written; 130 interrupted

        """
}
