content1() { printf '%s' 'good
'; }

action1() {
    title='file[/srv/case/app.service] create (recipes/verifies_a_file_by_its_name_in_any_quotes.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb ||
        file /srv/case/app.service sum=106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb body=content1 old=old1 verify='case '\''{path}'\'' in */app.service) ! grep -q bad '\''{path}'\'' && sh -c '\''test -s "{path}"'\'' ;; *) false ;; esac'; }
}

action2() {
    title='file[/srv/case/it'\''s "an" app.conf] create (recipes/verifies_a_file_by_its_name_in_any_quotes.csx:6)'
    { matches "$file1_mode" "file * * *" "$file1_sum" 106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb ||
        file '/srv/case/it'\''s "an" app.conf' sum=106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb body=content1 old=old2 verify='test -s '\''{path}'\'''; }
}
