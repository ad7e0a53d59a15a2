
action1() {
    title='execute[both say yes] run (recipes/runs_only_when_every_guard_allows_it.csx:1)'
    guard 1 yes 'test -e /etc/passwd' || return 1
    guard 2 no 'test -e /no/such/path' || return 1
    execute true
}

action2() {
    title='execute[the second says no] run (recipes/runs_only_when_every_guard_allows_it.csx:7)'
    guard 1 yes 'test -e /etc/passwd' || return 1
    guard 2 yes 'test -e /no/such/path' || return 1
    execute true
}

action3() {
    title='execute[not if says no] run (recipes/runs_only_when_every_guard_allows_it.csx:13)'
    guard 1 no 'test -d /etc' || return 1
    execute true
}
