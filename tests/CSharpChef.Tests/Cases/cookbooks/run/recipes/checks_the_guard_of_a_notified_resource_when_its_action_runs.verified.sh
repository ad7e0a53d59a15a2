
action1() {
    title='file[/srv/one] create (recipes/checks_the_guard_of_a_notified_resource_when_its_action_runs.csx:7)'
    notifies_later=2
    { matches "$file0_mode" "file * * *" ||
        file /srv/one; }
}

action2() {
    title='execute[said] run (recipes/checks_the_guard_of_a_notified_resource_when_its_action_runs.csx:1)'
    guard 1 yes 'test -e /srv/not-there' || return 1
    execute true
}
