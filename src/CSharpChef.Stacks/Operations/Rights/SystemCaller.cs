namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The parts of the server that change something without a call, as the activity log names them.</summary>
internal static class SystemCaller
{
    public const string Mark = "system:";
    public const string Instances = $"{Mark}instances";
    public const string Restore = $"{Mark}restore";

    public static Caller Of(string part) => new(part, UserRole.Admin)
    {
        Credential = "",
        Address = "",
        RequestId = Guid.NewGuid().ToString(),
    };
}
