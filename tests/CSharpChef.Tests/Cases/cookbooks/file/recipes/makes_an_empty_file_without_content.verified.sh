
action1() {
    title='file[/srv/case/empty] create (recipes/makes_an_empty_file_without_content.csx:1)'
    { matches "$file0_mode" "file 0600 * *" ||
        file /srv/case/empty mode=0600; }
}
