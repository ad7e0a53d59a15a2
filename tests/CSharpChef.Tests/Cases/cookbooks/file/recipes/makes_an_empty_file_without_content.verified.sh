
action1() {
    title='file[/srv/case/empty] create (recipes/makes_an_empty_file_without_content.csx:1)'
    { matches "$file0_mode" "8180 * *" ||
        file /srv/case/empty mode=0600; }
}
