namespace CSharpChef.Converge.Compile;

/// <summary>What a recipe writes in place of properties of Chef and Ansible that a resource does not have.</summary>
internal static class ChefMembers
{
    private const string Schedule =
        "{0}.Schedule = \"15 3 * * *\": minute, hour, day of month, month and day of week in one text";

    // {0} is the resource as the recipe names it.
    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CronResource.Minute"] = Schedule,
        ["CronResource.Hour"] = Schedule,
        ["CronResource.Day"] = Schedule,
        ["CronResource.Month"] = Schedule,
        ["CronResource.Weekday"] = Schedule,
        ["CronResource.Time"] = Schedule,
        ["CronResource.Job"] = "{0}.Command = \"...\"",
        ["ExecuteResource.User"] = "{0}.RunAs = \"...\"",
        ["ScriptResource.User"] = "{0}.RunAs = \"...\"",
        ["ExecuteResource.WorkingDirectory"] = "{0}.Cwd = \"...\"",
        ["ScriptResource.WorkingDirectory"] = "{0}.Cwd = \"...\"",
        ["ExecuteResource.Env"] = "{0}.Environment[\"NAME\"] = \"...\"",
        ["ScriptResource.Env"] = "{0}.Environment[\"NAME\"] = \"...\"",
        ["FileResource.Source"] = "CookbookFile(\"/path\", f => f.Source = \"name\") for a file of the cookbook",
        ["FileResource.Text"] = "{0}.Content = \"...\"",
        ["LineResource.Line"] = "{0}.Text = \"...\"",
        ["LineResource.Regexp"] = "{0}.Match = \"...\"",
        ["LinkResource.Target"] = "{0}.To = \"...\"",
        ["LinkResource.Source"] = "{0}.To = \"...\"",
        ["LinkResource.Src"] = "{0}.To = \"...\"",
        ["TemplateResource.Vars"] = "{0}.Variables = new {{ port = 8080 }}",
        ["UserResource.Password"] = "{0}.PasswordHash = \"...\"",
        ["UserResource.Gid"] = "{0}.Group = \"...\"",
    };

    /// <param name="type">The type of the resource.</param>
    /// <param name="member">The member that it does not have.</param>
    /// <param name="resource">The resource as the recipe names it.</param>
    public static string? Hint(string? type, string member, string resource) =>
        Hints.GetValueOrDefault($"{type}.{WithoutUnderscores(member)}") is { } hint
            ? "write " + string.Format(System.Globalization.CultureInfo.InvariantCulture, hint, resource)
            : null;

    /// <summary>Whether two names differ in nothing but upper case and underscores, like only_if and OnlyIf.</summary>
    public static bool AreSame(string name, string other) =>
        WithoutUnderscores(name).Equals(WithoutUnderscores(other), StringComparison.OrdinalIgnoreCase);

    private static string WithoutUnderscores(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
