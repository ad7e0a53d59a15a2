
u1() {
    title='execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:1)'
    execute false creates=/srv/made
}

u2() {
    title='execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:2)'
    execute false creates=/etc/passwd
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
