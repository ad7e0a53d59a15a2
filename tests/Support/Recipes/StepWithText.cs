using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>A step that has a text in one of its members.</summary>
/// <param name="Member">The member, such as <c>CronStep.Environment.Keys</c>.</param>
/// <param name="Step">The step.</param>
internal sealed record StepWithText(string Member, Step Step)
{
    // What a resource is about and how it is set up is shown even when the resource is sensitive.
    private static readonly HashSet<string> Shown =
    [
        "AbsentStep.Path",
        "CommandStep.Creates",
        "CommandStep.Cwd",
        "CommandStep.Environment.Keys",
        "CommandStep.Interpreter",
        "CommandStep.Umask",
        "CronStep.Environment.Keys",
        "CronStep.Name",
        "CronStep.Schedule",
        "CronStep.User",
        "DirectoryStep.Group",
        "DirectoryStep.Owner",
        "DirectoryStep.Path",
        "FileStep.Group",
        "FileStep.Owner",
        "FileStep.Path",
        "GroupAbsentStep.Name",
        "GroupStep.Members",
        "GroupStep.Name",
        "LineStep.Block",
        "LineStep.Path",
        "LinkStep.Path",
        "LinkStep.To",
        "PackageStep.Name",
        "PackageStep.Options",
        "PackageStep.Version",
        "ServiceStep.Name",
        "SysctlStep.Key",
        "TouchStep.Path",
        "UserAbsentStep.Name",
        "UserStep.Comment",
        "UserStep.Group",
        "UserStep.Groups",
        "UserStep.Home",
        "UserExistsStep.Name",
        "UserStep.Name",
        "UserStep.Shell",
    ];

    public static IEnumerable<string> ShownMembers => Shown;

    /// <summary>
    /// True when a sensitive resource hides the text: only content, commands and their input are hidden.
    /// </summary>
    public bool IsContent => !Shown.Contains(Member);

    public bool IsValid => StepSamples.IsValid(Step);
}
