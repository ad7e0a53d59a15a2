
action1() {
    title='execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:1)'
    execute false creates=/srv/made
}

action2() {
    title='execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:2)'
    execute false creates=/etc/passwd
}
