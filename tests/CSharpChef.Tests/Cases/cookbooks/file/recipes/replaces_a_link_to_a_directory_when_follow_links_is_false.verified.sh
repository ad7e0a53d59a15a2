content1() { printf '%s' 'a file now
'; }

action1() {
    title='file[/srv/case/link] create (recipes/replaces_a_link_to_a_directory_when_follow_links_is_false.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 83caf084e82ba896837dda32d0e473e7b2a3e0e7e60926294f598cc75508472d ||
        file /srv/case/link sum=83caf084e82ba896837dda32d0e473e7b2a3e0e7e60926294f598cc75508472d body=content1 old=old1 nofollow; }
}

action2() {
    title='directory[/srv/case/real] delete (recipes/replaces_a_link_to_a_directory_when_follow_links_is_false.csx:6)'
    absent /srv/case/real directory
}
