using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Makes tasks of tasks, their truths carried over or added.</summary>
/// <remarks>
/// Mutual information is unchanged by invertible maps of either side and by features independent of both; the differential entropy grows by ln |det J|.
/// Reference: Cover and Thomas, "Elements of information theory" (2006), sections 8.6 and 2.5. The new task draws the rows of the old one at the same seed.
/// </remarks>
public static class TaskTransforms
{
    /// <summary>Maps every row; the id gains <c>+MAP</c>, or <c>+rows-MAP</c> for a pair.</summary>
    /// <exception cref="ArgumentException">The map is not defined for such rows, or the quantity is a differential entropy and the map has no constant volume.</exception>
    public static KnownTask Mapped(this KnownTask task, RowMap map)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(map);
        if (task.Quantity.Id == Quantities.DifferentialEntropy.Id && map.LogVolumeNats(task.Features) is null)
            throw new ArgumentException($"{map.Name} changes the differential entropy of {task.Id} by an amount that is not known; use a map whose volume is constant.", nameof(map));
        var prefix = task.Kind == TaskKind.Pair ? "rows-" : "";
        return new MappedTask(task, map, null)
        {
            Id = $"{task.Id}+{prefix}{map.Id}",
            Summary = $"{task.Summary} Then {map.Name}.",
            Role = task.Role,
            Remark = task.Remark,
        };
    }

    /// <summary>Maps every row of a pair by one map and every reference row by another; the id gains <c>+MAP</c>, and the second map's if it is another.</summary>
    /// <exception cref="ArgumentException">The task is no pair, or a map is not defined for such rows.</exception>
    public static KnownTask MappedBoth(this KnownTask task, RowMap map, RowMap referenceMap)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(referenceMap);
        if (task.Kind != TaskKind.Pair) throw new ArgumentException($"{task.Id} has no reference rows; map its rows alone.", nameof(task));
        var same = map.Id == referenceMap.Id;
        return new MappedTask(task, map, referenceMap)
        {
            Id = same ? $"{task.Id}+{map.Id}" : $"{task.Id}+{map.Id}-{referenceMap.Id}",
            Summary = same ? $"{task.Summary} Then {map.Name} on both sides." : $"{task.Summary} Then {map.Name} of the rows and {referenceMap.Name} of the reference rows.",
            Role = task.Role,
            Remark = task.Remark,
        };
    }

    /// <summary>Appends the rows of another task, drawn apart and without their labels; the id gains <c>+with-OTHER</c>.</summary>
    /// <exception cref="ArgumentException">The task is of rows alone, whose entropy would grow; multiply it instead.</exception>
    public static KnownTask Appending(this KnownTask task, KnownTask other)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(other);
        return Appended(task, other, $"with-{other.Id}", $"Features of {other.Id}, drawn apart, follow.");
    }

    /// <summary>Appends standard normal features that are independent of everything; the id gains <c>+noise</c> and their number.</summary>
    /// <exception cref="ArgumentException">The task is of rows alone, whose entropy would grow; multiply it instead.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1.</exception>
    public static KnownTask WithNoise(this KnownTask task, int features)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Appended(task, EntropyTasks.Normal(features), $"noise{features}", Invariant($"Standard normal noise follows, {features} {(features == 1 ? "feature" : "features")} of it."));
    }

    /// <summary>Puts two independent tasks side by side: labels become pairs of labels, the left one first, and truths add; the id gains <c>+times-OTHER</c>.</summary>
    /// <exception cref="ArgumentException">The tasks differ in kind or quantity.</exception>
    public static KnownTask Times(this KnownTask task, KnownTask other)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(other);
        if (task.Kind != other.Kind || task.Quantity.Id != other.Quantity.Id)
            throw new ArgumentException($"{task.Id} is about {task.Quantity.Id} of {task.Kind} and {other.Id} about {other.Quantity.Id} of {other.Kind}; only tasks of one quantity and kind multiply.", nameof(other));
        return new ProductTask(task, other)
        {
            Id = $"{task.Id}+times-{other.Id}",
            Summary = $"{task.Id} and {other.Id}, drawn apart, side by side.",
            Role = task.Role == other.Role ? task.Role : TaskRole.Measure,
            Remark = string.Join(' ', new[] { task.Remark, other.Remark }.Where(remark => remark.Length > 0).Distinct()),
        };
    }

    private static AppendedTask Appended(KnownTask task, KnownTask other, string suffix, string sentence)
    {
        if (task.Kind == TaskKind.Rows) throw new ArgumentException($"{task.Id} is about {task.Quantity.Id}, to which every feature adds; use {nameof(Times)}.", nameof(task));
        return new(task, other) { Id = $"{task.Id}+{suffix}", Summary = $"{task.Summary} {sentence}", Role = task.Role, Remark = task.Remark };
    }
}
