
action1() {
    title='execute[false] run (recipes/does_not_run_when_its_creates_path_exists.csx:1)'
    execute false creates=/srv/made
}

action2() {
    title='execute[false] run (recipes/does_not_run_when_its_creates_path_exists.csx:2)'
    execute false creates=/etc/passwd
}
