
action1() {
    title='directory[/srv/case/full] delete (recipes/removes_a_full_directory_only_when_recursive.csx:1)'
    absent /srv/case/full directory recursive
}

action2() {
    title='directory[/srv/case/kept] delete (recipes/removes_a_full_directory_only_when_recursive.csx:6)'
    absent /srv/case/kept directory
}
