
action1() {
    title='user[ann] create (recipes/removes_texts_that_are_empty.csx:1)'
    { matches "$user0_account" '[0-9]*':'*':'':'*':'' ||
        user ann shell= comment=; }
}

action2() {
    title='user[bob] create (recipes/removes_texts_that_are_empty.csx:6)'
    { matches "$user1_account" '[0-9]*':'*':'':'*':'' ||
        user bob shell= comment=; }
}
