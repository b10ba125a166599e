def test_a_stop_of_firms_is_no_body_of_another_kind(recognised):
    """What 对华投资 ends in is no firm."""
    assert "华投资" not in {m.surface for m in recognised("该地区实际对华投资增长11.7%。").mentions}
