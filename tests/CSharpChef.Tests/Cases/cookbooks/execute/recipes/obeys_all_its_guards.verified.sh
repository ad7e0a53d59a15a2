
u1() {
    title='execute[both say yes] run (recipes/obeys_all_its_guards.csx:1)'
    guard 1 yes 'test -e /etc/passwd' || return "$code"
    guard 2 no 'test -e /no/such/path' || return "$code"
    execute true
}

u2() {
    title='execute[the second says no] run (recipes/obeys_all_its_guards.csx:7)'
    guard 1 yes 'test -e /etc/passwd' || return "$code"
    guard 2 yes 'test -e /no/such/path' || return "$code"
    execute true
}

u3() {
    title='execute[not if says no] run (recipes/obeys_all_its_guards.csx:13)'
    guard 1 no 'test -d /etc' || return "$code"
    execute true
}

say hello
facts() { :; }
open_journal
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
