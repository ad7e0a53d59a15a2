
action1() {
    title='directory[/srv/case/empty] delete (recipes/removes_an_empty_directory.csx:1)'
    absent /srv/case/empty directory
}

action2() {
    title='directory[/srv/case/never] delete (recipes/removes_an_empty_directory.csx:2)'
    absent /srv/case/never directory
}
