namespace CSharpChef.Converge.Render.Steps;

/// <summary>Each step of the closed set as one shell command list.</summary>
internal static class StepText
{
    public static string Render(Step step, ProgramWriter writer) => step switch
    {
        AbsentStep absent => PathText.Render(absent, writer),
        CommandStep command => CommandText.Render(command, writer),
        DirectoryStep directory => PathText.Render(directory, writer),
        FileStep file => FileText.Render(file, writer),
        GroupAbsentStep group => AccountText.Render(group, writer),
        GroupStep group => AccountText.Render(group, writer),
        LineStep line => LineText.Render(line, writer),
        LinkStep link => PathText.Render(link, writer),
        LogStep => ":",
        PackageStep package => PackageText.Render(package, writer),
        ServiceStep service => ServiceText.Render(service, writer),
        TouchStep touch => PathText.Render(touch, writer),
        UserAbsentStep user => AccountText.Render(user, writer),
        UserStep user => AccountText.Render(user, writer),
        _ => throw new InvalidOperationException($"no program knows the step {step.GetType().Name}"),
    };

    /// <summary>The quick answer, then the long way: <c>{ quick || slow; }</c>.</summary>
    public static string Either(string? quick, string slow) => quick is null
        ? slow
        : $"{{ {(quick.Contains("&&", StringComparison.Ordinal) ? $"{{ {quick}; }}" : quick)} ||\n        {slow}; }}";

    public static string Words(params IEnumerable<string?> words) =>
        string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
}
