# Needs: facts_shared

# mount_facts: prints the mounts and their sizes. Two processes: awk, and the df that it starts. The sizes of network
# file systems are left out, since one that hangs would hang df; the size of a zfs data set changes with what others
# use.
mount_facts() {
    awk "$facts_awk"'
function octal(text,   out, i, code) {
    out = ""
    while ((i = index(text, "\\"))) {
        code = substr(text, i + 1, 3)
        code = substr(code, 1, 1) * 64 + substr(code, 2, 1) * 8 + substr(code, 3, 1)
        out = out substr(text, 1, i - 1) sprintf("%c", code)
        text = substr(text, i + 4)
    }
    return out text
}
function quoted(text) { return "\047" twice(text, "\047", "\047\\\047\047") "\047" }
function network(device, type) {
    return device ~ /^\/\// || device ~ /:\// || type ~ /^(nfs|nfs4|cifs|smb3|ceph|9p|glusterfs|lustre|afs)$/
}
function wanted(device, path, type) {
    if (type ~ /^(rootfs|autofs)$/) return 0
    if (path == "/") return 1
    if (path ~ /^\/(proc|sys|dev|run|snap|var\/lib\/(docker|containers|containerd|kubelet))\//) return 0
    if (path ~ /^\/etc\/(hosts|hostname|resolv\.conf)$/) return 0
    if (network(device, type) || type == "zfs") return 1
    if (type == "squashfs" || type ~ /^fuse(\.|$)/ || device ~ /^\/dev\/loop/) return 0
    return device ~ /^\//
}
BEGIN {
    while ((getline line < "/proc/mounts") > 0) {
        split(line, f, " ")
        path = octal(f[2])
        if (path in at) gone[at[path]] = 1
        at[path] = ++n
        paths[n] = path
        devices[n] = octal(f[1])
        types[n] = f[3]
    }
    close("/proc/mounts")
    command = ""
    for (i = 1; i <= n; i++) {
        # A second mount of a device shows a part of it elsewhere; those of btrfs are subvolumes.
        if ((i in gone) || !wanted(devices[i], paths[i], types[i])) continue
        if (devices[i] ~ /^\/[^\/]/ && types[i] != "btrfs" && seen[devices[i]]++) continue
        chosen[++count] = i
        if (!network(devices[i], types[i]) && types[i] != "zfs") command = command " " quoted(paths[i])
    }
    if (command != "") {
        command = "exec df -kP --" command " 2>/dev/null"
        while ((command | getline line) > 0) {
            for (c = 1; c <= count; c++) {
                path = paths[chosen[c]]
                start = length(line) - length(path)
                if (start < 1 || substr(line, start) != " " path) continue
                fields = split(substr(line, 1, start), f, " ")
                if (f[fields] ~ /^([0-9]+%|-)$/) sizes[chosen[c]] = f[fields - 3]
            }
        }
        close(command)
    }
    for (c = 1; c <= count; c++) {
        i = chosen[c]
        say("mounts." (c - 1) ".path", paths[i])
        say("mounts." (c - 1) ".device", devices[i])
        say("mounts." (c - 1) ".type", types[i])
        say("mounts." (c - 1) ".size", sprintf("%.0f", sizes[i] * 1024))
    }
}'
}
