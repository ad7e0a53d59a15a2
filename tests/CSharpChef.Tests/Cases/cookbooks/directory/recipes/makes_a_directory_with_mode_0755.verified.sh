
action1() {
    title='directory[/srv/case] create (recipes/makes_a_directory_with_mode_0755.csx:1)'
    { matches "$path0_mode" "directory * * *" ||
        directory /srv/case; }
}
