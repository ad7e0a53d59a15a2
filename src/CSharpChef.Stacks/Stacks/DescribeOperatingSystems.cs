using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("Lists the operating systems that an instance may have.")]
internal sealed class DescribeOperatingSystems : Query<Empty, DescribeOperatingSystems.Response>
{
    public override Right Right => Right.SignedIn;

    protected override Task<Response> RunAsync(Empty request, Call call) =>
        Task.FromResult(new Response([.. SupportedOs.All.Select(Entry)]));

    private static OperatingSystemEntry Entry(SupportedOs os) =>
        new(
            os.Name,
            os.Id,
            "Linux",
            [Stack.Defaults.ConfigurationManager!],
            os.Reported,
            os.ReportedVersion,
            os.Supported);

    internal sealed record Response(IReadOnlyList<OperatingSystemEntry> OperatingSystems);

    internal sealed record OperatingSystemEntry(
        string Name,
        string Id,
        string Type,
        IReadOnlyList<ChefVersion> ConfigurationManagers,
        string ReportedName,
        string ReportedVersion,
        bool Supported);
}
