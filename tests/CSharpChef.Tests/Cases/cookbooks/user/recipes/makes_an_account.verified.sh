text1() { password_hash='$6$salt$hash'; }

action1() {
    title='user[ann] create (recipes/makes_an_account.csx:1)'
    { { matches "$user0_account" 4242:"$group0_gid":'Ann O'\''Hara':'*':/bin/bash && matches "$user0_groups" '* adm *' && matches "$user0_groups" '* audio *' && text1 && equals "$user0_password" "$password_hash"; } ||
        user ann uid=4242 group=staff groups='adm audio' shell=/bin/bash comment='Ann O'\''Hara' secret=text1 manage; }
}

action2() {
    title='user[robot] create (recipes/makes_an_account.csx:11)'
    { matches "$user1_account" '[0-9]*':'*':'*':'*':'*' ||
        user robot system; }
}
