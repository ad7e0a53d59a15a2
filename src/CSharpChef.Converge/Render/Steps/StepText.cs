using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

/// <summary>Renders each kind of step as one shell command list.</summary>
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
        SysctlStep sysctl => SysctlText.Render(sysctl, writer),
        TouchStep touch => PathText.Render(touch, writer),
        UserAbsentStep user => AccountText.Render(user, writer),
        UserExistsStep user => AccountText.Render(user, writer),
        UserStep user => AccountText.Render(user, writer),
        _ => throw new InvalidOperationException($"the step {step.GetType().Name} cannot be rendered as shell"),
    };

    /// <summary>A command that runs unless the probe has found the wanted state: <c>{ test || command; }</c>.</summary>
    public static string Unless(string? test, string command) => test is null
        ? command
        : $"{{ {(test.Contains("&&", StringComparison.Ordinal) ? $"{{ {test}; }}" : test)} ||\n        {command}; }}";

    public static string Words(params IEnumerable<string?> words) =>
        string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
}
