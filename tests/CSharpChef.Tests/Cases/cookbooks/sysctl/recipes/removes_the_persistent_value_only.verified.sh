
action1() {
    title='sysctl[net.ipv4.tcp_keepalive_time] remove (recipes/removes_the_persistent_value_only.csx:1)'
    absent /etc/sysctl.d/99-zz-csharpchef-net.ipv4.tcp_keepalive_time.conf file
}

action2() {
    title='sysctl[net.ipv4.never_set] remove (recipes/removes_the_persistent_value_only.csx:2)'
    absent /etc/sysctl.d/99-zz-csharpchef-net.ipv4.never_set.conf file
}
