
action1() {
    title='directory[/srv/case/file] create (recipes/refuses_a_file_at_the_path.csx:1)'
    { matches "$path0_mode" "directory * * *" ||
        directory /srv/case/file; }
}
