using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Records;

/// <summary>Answers of operations that list records.</summary>
internal static class Answers
{
    internal sealed record StackList(IReadOnlyList<StackRecord> Stacks);

    internal sealed record LayerList(IReadOnlyList<LayerRecord> Layers);

    internal sealed record AppList(IReadOnlyList<AppRecord> Apps);

    internal sealed record InstanceList(IReadOnlyList<InstanceRecord> Instances);

    internal sealed record PermissionList(IReadOnlyList<PermissionRecord> Permissions);

    internal sealed record UserList(IReadOnlyList<UserRecord> UserProfiles);

    internal sealed record LoadScalingList(IReadOnlyList<LoadScalingRecord> LoadBasedAutoScalingConfigurations);

    internal sealed record TimeScalingList(IReadOnlyList<TimeScalingRecord> TimeBasedAutoScalingConfigurations);

    internal sealed record TagMap(IReadOnlyDictionary<string, string> Tags);

    internal sealed record OwnUser(UserRecord UserProfile);

    internal sealed record NewToken(string TokenId, string Token);
}
