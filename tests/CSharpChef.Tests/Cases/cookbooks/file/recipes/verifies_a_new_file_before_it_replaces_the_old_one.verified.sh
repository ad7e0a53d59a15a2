content1() { printf '%s' 'good
'; }

action1() {
    title='file[/srv/case/good.conf] create (recipes/verifies_a_new_file_before_it_replaces_the_old_one.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb ||
        file /srv/case/good.conf sum=106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb body=content1 old=old1 verify='grep -q good {path}'; }
}
