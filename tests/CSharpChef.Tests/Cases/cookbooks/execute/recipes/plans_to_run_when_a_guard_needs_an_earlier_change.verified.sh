
action1() {
    title='directory[/srv/app] create (recipes/plans_to_run_when_a_guard_needs_an_earlier_change.csx:1)'
    { matches "$path0_mode" "directory * * *" ||
        directory /srv/app; }
}

action2() {
    title='execute[true] run (recipes/plans_to_run_when_a_guard_needs_an_earlier_change.csx:2)'
    guard 1 yes 'test -d /srv/app' cwd=/srv/app || return 1
    execute true cwd=/srv/app
}
