
action1() {
    title='file[/no/such/folder/file] create (recipes/continues_when_a_failure_is_ignored.csx:1)'
    ignore=1 retries=1 pause=1
    { matches "$file0_mode" "file * * *" ||
        file /no/such/folder/file; }
}

action2() {
    title='file[/srv/two] create (recipes/continues_when_a_failure_is_ignored.csx:7)'
    { matches "$file1_mode" "file * * *" ||
        file /srv/two; }
}
