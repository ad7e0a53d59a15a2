# Needs: probe

# The state of a package is "installed VERSION", "removed VERSION" (its configuration is left), "broken VERSION" or
# "absent".
# shellcheck disable=SC2016
probe_awk=$probe_awk'
function found(name, state) {
    if (!(("package", name) in subject)) return
    set(subject["package", name] "_state", state)
    is_found[subject["package", name]] = 1
}
END { for (i = 0; i < count["package"]; i++) if (!(("package" i) in is_found)) set("package" i "_state", "absent") }'
