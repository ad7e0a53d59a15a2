
action1() {
    title='directory[/srv/file/a] create (recipes/fails_below_a_file.csx:1)'
    ignore=1
    { matches "$path0_mode" "directory * * *" ||
        directory /srv/file/a; }
}

action2() {
    title='directory[/srv/file/a/b] create (recipes/fails_below_a_file.csx:6)'
    ignore=1
    { matches "$path1_mode" "directory * * *" ||
        directory /srv/file/a/b recursive; }
}
