
u1() {
    title='log[some words] write (recipes/writes_and_never_changes.csx:1)'
    :
}

u2() {
    title='log[a warning] write (recipes/writes_and_never_changes.csx:2)'
    :
}

say hello
facts() { :; }
open_journal
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
