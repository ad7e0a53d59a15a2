
action1() {
    title='file[/srv/case/gone] delete (recipes/removes_a_file_and_a_link.csx:1)'
    absent /srv/case/gone file
}

action2() {
    title='file[/srv/case/link] delete (recipes/removes_a_file_and_a_link.csx:2)'
    absent /srv/case/link file
}

action3() {
    title='file[/srv/case/never] delete (recipes/removes_a_file_and_a_link.csx:3)'
    absent /srv/case/never file
}
