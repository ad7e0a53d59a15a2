
action1() {
    title='directory[/srv/case/a/b] create (recipes/makes_missing_parents_when_recursive.csx:1)'
    { matches "$path0_mode" "41e8 $owner0_uid *" ||
        directory /srv/case/a/b mode=0750 owner=daemon recursive; }
}
