content1() { printf '%s' 'made
'; }

action1() {
    title='file[/srv/case/link] create (recipes/refuses_a_link_that_leads_to_no_file.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 9ccbd3f1b19a1cdfd8d7c6ae48e9e822e2345f5be1a6187b19e41486c6941004 ||
        file /srv/case/link sum=9ccbd3f1b19a1cdfd8d7c6ae48e9e822e2345f5be1a6187b19e41486c6941004 body=content1 old=old1; }
}
